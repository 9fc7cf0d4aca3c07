<?php
$page = '<h1>Open letter on the ferry</h1><p>Dear Minister,</p><p>We ask you to keep the ferry, which carries children to school and the sick to the doctor. There is no other way off the island.</p>';
$list = '<h2>Signatories</h2><ul><li>Harbor Rights</li><li>Salt Union</li><li>Pier Friends</li></ul>';
echo $page . $list;
?>
