package letter

// webMedia are pages of the web.
var webMedia = []medium{}
