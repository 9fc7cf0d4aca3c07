package layouts

// noise is what else is on the page: before the letter, and after it.
type noise struct {
	name          string
	before, after func(c *composer)
}

func silent(*composer) {}

var noises = []noise{
	{"none", silent, silent},
	{"contact", silent, func(c *composer) { c.head(3, c.words["contact"][0]); c.say(c.words["contact"][1]) }},
	{"menu", func(c *composer) { c.add(menu{items: c.words["menu"][:6]}) }, func(c *composer) { c.add(menu{items: c.words["menu"][1:], foot: true}) }},
	{"related", silent, func(c *composer) {
		c.head(3, c.words["related"][0])
		var items []item
		for _, t := range c.words["related"][1:] {
			items = append(items, item{{{text: t, link: "/posts/" + host(t)}}})
		}
		c.add(list{style: "bullets", items: items})
	}},
	{"sponsors", silent, func(c *composer) {
		c.head(3, c.words["sponsors"][0])
		var items []item
		for _, t := range c.words["sponsors"][1:] {
			items = append(items, item{{{text: t, link: "https://" + host(t) + ".example/"}}})
			c.not = append(c.not, t)
		}
		c.add(list{style: "bullets", items: items})
	}},
	{"form", silent, func(c *composer) { c.head(3, c.words["form"][0]); c.add(form(c.words["form"][1:])) }},
	{"comments", silent, func(c *composer) {
		c.head(3, c.words["comments"][0])
		for i, t := range c.words["comments"][1:] {
			c.say(people(c.random, c.words)[i] + " – " + c.one("date"))
			c.say(t)
		}
	}},
	{"fields", silent, func(c *composer) { c.fields = true }},
}
