package letter

// officeMedia are office documents.
var officeMedia = []medium{}
