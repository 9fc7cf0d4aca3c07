package layouts

import "maps"

// around is what most habits share; with replaces some of it.
func around(with map[string][4]string) map[string][4]string {
	all := map[string][4]string{
		"h1":         {"", "<h1>", "</h1>", ""},
		"h2":         {"", "<h2>", "</h2>", ""},
		"h3":         {"", "<h3>", "</h3>", ""},
		"p":          {"", "<p>", "</p>", ""},
		"lines":      {"<p>", "", "<br>\n", "</p>"},
		"bullets":    {"<ul>\n", "<li>", "</li>\n", "</ul>"},
		"paragraphs": {"", "<p>", "</p>\n", ""},
		"columns":    {`<div style="display:flex;gap:2em">` + "\n", `<div style="flex:1">`, "</div>\n", "</div>"},
		"cards":      {`<div class="cards">` + "\n", `<div class="card">`, "</div>\n", "</div>"},
		"cardname":   {"", "<h4>", "</h4>", ""},
		"cardtext":   {"", "<p>", "</p>", ""},
		"table":      {"<table>\n", "", "\n", "</table>"},
		"row":        {"<tr>", "<td>", "</td>", "</tr>"},
		"header":     {"<tr>", "<th>", "</th>", "</tr>"},
		"menu":       {"<nav><ul>", "<li>", "</li>", "</ul></nav>"},
		"foot":       {"<footer><ul>", "<li>", "</li>", "</ul></footer>"},
	}
	maps.Copy(all, with)
	return all
}

var plainHTML = &habit{
	start: `<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>` +
		`<style>@page{size:A4;margin:25mm}body{font:11pt "Liberation Serif",serif}td,th{padding:2pt 12pt 2pt 0;text-align:left;vertical-align:top}</style></head><body>` + "\n",
	end: "</body></html>\n", brk: "<br>\n", around: around(nil),
}

// blogHTML is what blog software with a block editor writes.
var blogHTML = &habit{
	start: `<!DOCTYPE html><html lang="{lang}"><head><meta charset="UTF-8"><title>{title} – Night Bus</title></head><body class="post-template single"><div id="page" class="site"><main id="main"><article class="post hentry"><div class="entry-content">` + "\n",
	end:   "</div></article></main></div></body></html>\n", brk: "<br/>",
	around: around(map[string][4]string{
		"h1":      {"", `<h1 class="entry-title">`, "</h1>", ""},
		"h2":      {"\n", `<h2 class="wp-block-heading"><strong>`, "</strong></h2>", "\n"},
		"h3":      {"\n", `<h3 class="wp-block-heading has-medium-font-size">`, "</h3>", "\n"},
		"lines":   {"<p>", "", "<br/>", "</p>"},
		"bullets": {`<ul class="wp-block-list">`, "<li>", "</li>\n\n", "</ul>"},
		"columns": {`<div class="wp-block-columns is-layout-flex">` + "\n", `<div class="wp-block-column is-layout-flow">`, "</div>\n", "</div>"},
		"cards":   {`<div class="wp-block-group is-layout-grid">`, `<div class="wp-block-group">`, "</div>\n", "</div>"},
		"table":   {`<figure class="wp-block-table"><table><tbody>`, "", "", "</tbody></table></figure>"},
		"header":  {"<tr>", "<td><strong>", "</strong></td>", "</tr>"},
		"menu":    {`<header><nav class="main-navigation"><ul id="menu-primary" class="menu">`, `<li class="menu-item">`, "</li>", "</ul></nav></header>"},
		"foot":    {`<footer id="colophon" class="site-footer"><div class="widget"><ul class="menu">`, "<li>", "</li>", "</ul></div></footer>"},
	}),
}

// gridHTML is made of rows and columns of a style sheet: cards, list groups, badges.
var gridHTML = &habit{
	start: `<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head><body><div class="container">` + "\n",
	end:   "</div></body></html>\n", brk: "<br>",
	around: around(map[string][4]string{
		"h1":         {`<section class="jumbotron">`, `<h1 class="display-4">`, "</h1>", "</section>"},
		"h2":         {`<div class="row"><div class="col-12">`, `<h2 class="text-center mt-5">`, "</h2>", "</div></div>"},
		"h3":         {"", `<h3 class="h5 text-uppercase">`, "</h3>", ""},
		"p":          {`<div class="row"><div class="col-lg-8 mx-auto">`, `<p class="lead">`, "</p>", "</div></div>"},
		"lines":      {`<div class="text-muted">`, "<div>", "</div>\n", "</div>"},
		"bullets":    {`<ul class="list-group list-group-flush">`, `<li class="list-group-item">`, "</li>\n", "</ul>"},
		"paragraphs": {`<div class="row">`, `<div class="col-12"><p class="mb-2">`, "</p></div>\n", "</div>"},
		"columns":    {`<div class="row">` + "\n", `<div class="col-md">`, "</div>\n", "</div>"},
		"cards":      {`<div class="row g-3">` + "\n", `<div class="col-md-4"><div class="card h-100"><div class="card-body">`, "</div></div></div>\n", "</div>"},
		"cardname":   {"", `<h5 class="card-title">`, "</h5>", ""},
		"cardtext":   {"", `<p class="card-text small">`, "</p>", ""},
		"table":      {`<div class="table-responsive"><table class="table table-striped">`, "", "\n", "</table></div>"},
		"menu":       {`<nav class="navbar navbar-expand-lg"><div class="navbar-nav">`, `<span class="nav-item">`, "</span>", "</div></nav>"},
		"foot":       {`<footer class="py-5"><div class="row">`, `<div class="col-md-3">`, "</div>", "</div></footer>"},
	}),
}

// soupHTML has no element that means something: what builders of pages write.
var soupHTML = &habit{
	start: `<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title><meta charset="utf-8"></head><body><div id="root"><div class="c0">` + "\n",
	end:   "</div></div></body></html>\n", brk: "</span></div><div class=\"c3\"><span>",
	around: around(map[string][4]string{
		"h1":         {"", `<div class="c1"><span style="font-size:38px">`, "</span></div>", ""},
		"h2":         {"", `<div class="c2"><span style="font-size:26px"><span style="font-weight:bold">`, "</span></span></div>", ""},
		"h3":         {"", `<div class="c2"><span style="font-size:20px">`, "</span></div>", ""},
		"p":          {"", `<div class="c3"><span>`, "</span></div>", ""},
		"lines":      {`<div class="c4">`, `<div class="c3"><span>`, "</span></div>\n", "</div>"},
		"bullets":    {`<div class="c4">`, `<div class="c5"><span class="c6">•</span><span> `, "</span></div>\n", "</div>"},
		"paragraphs": {`<div class="c4">`, `<div class="c3"><span>`, "</span></div><div class=\"c3\"><span><br></span></div>\n", "</div>"},
		"columns":    {`<div class="c7">`, `<div class="c8">`, "</div>\n", "</div>"},
		"cards":      {`<div class="c7">`, `<div class="c9"><div class="c10">`, "</div></div>\n", "</div>"},
		"cardname":   {"", `<div class="c11"><span>`, "</span></div>", ""},
		"cardtext":   {"", `<div class="c12"><span>`, "</span></div>", ""},
		"table":      {`<div class="c13">`, "", "\n", "</div>"},
		"row":        {`<div style="display:table-row">`, `<div style="display:table-cell">`, "</div>", "</div>"},
		"header":     {`<div style="display:table-row">`, `<div style="display:table-cell"><b>`, "</b></div>", "</div>"},
		"menu":       {`<div class="c14">`, "<span>", "</span>", "</div>"},
		"foot":       {`<div class="c15">`, "<div>", "</div>", "</div>"},
	}),
}

// oldHTML is in capitals, laid out with a table, and leaves elements open.
var oldHTML = &habit{
	start: `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>{title}</TITLE></HEAD><BODY bgcolor="#ffffff"><TABLE width="760" border="0"><TR><TD width="600" valign="top">` + "\n",
	end:   "</TD></TR></TABLE></BODY></HTML>\n", brk: "<BR>\n",
	around: around(map[string][4]string{
		"h1":         {"", `<CENTER><FONT size="5"><B>`, "</B></FONT></CENTER>", ""},
		"h2":         {"", `<P><FONT size="4"><B>`, "</B></FONT>", ""},
		"h3":         {"", "<P><B>", "</B>", ""},
		"p":          {"", "<P>", "", ""},
		"lines":      {"<P>", "", "<BR>\n", ""},
		"bullets":    {"<UL>\n", "<LI>", "\n", "</UL>"},
		"paragraphs": {"", "<P>", "\n", ""},
		"columns":    {`<TABLE border="0"><TR valign="top">`, "<TD>", "</TD>\n", "</TR></TABLE>"},
		"cards":      {`<TABLE border="0" cellspacing="8">`, "<TR><TD>", "</TD></TR>\n", "</TABLE>"},
		"cardname":   {"", "<B>", "</B><BR>", ""},
		"cardtext":   {"", `<FONT size="2">`, "</FONT>", ""},
		"table":      {`<TABLE border="1">`, "", "\n", "</TABLE>"},
		"row":        {"<TR>", "<TD>", "", ""},
		"header":     {"<TR>", "<TD><B>", "</B>", ""},
		"menu":       {`<FONT size="2">`, "", " | ", "</FONT><HR>"},
		"foot":       {`<HR><CENTER><FONT size="1">`, "", " | ", "</FONT></CENTER>"},
	}),
}
