<?php
$title = 'Gardez le bac';
$lang = 'fr';
$date = '4 June 2021';
include 'head.php';
?>
<h2>Signataires</h2><ul><li>Ligue du Sel</li><li>Amis du Port</li><li>Collectif Nuit</li></ul>
