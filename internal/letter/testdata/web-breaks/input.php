<?php
$html_title="Open Letter on the Night Trains";
$lang="en";
include 'include/head.php'; // it's the head -> of all pages
$menu = array('home' => "Home's", 'x' => 1);
?>
<div id="content">
<h1 class="title"><?= $html_title ?></h1>
14 May 2019
<p>
Dear Minister,
<p>
We, organisations of travellers and of workers, ask you to
bring the night trains back, since nothing else crosses the continent by night
without burning kerosene, and since the cars are still there.
<p>Signed,
<p>1. Sleeper Car Society, Norway<br>
2. Passengers&#8217; Voice
(PV), Austria<br>
3. Rail Workers' Union, Italy<br />
4.
Night Owls e.V., Germany<br>
<?php if ($more) { ?>
5. Slow Travel Network, France<br>
<?php } ?>
6. Timetable Fans, Spain
<p>Contact: press@example.org
</div>
<?php
include 'include/foot.php'
