package about

import (
	"strings"

	"undersigned/internal/letter/text"
)

// newsStems are parts of the phrases of newsFurniture.
var newsStems = strings.Split("read more|reply|editor|writer|click here|newsletter|the letter|open letter", "|")

// Parts of the words of attributed, tells and weAsk: of those that speak, have sent, and ask.
var (
	speechStems = strings.Split("said|says|added|adds|explain|stated|comment|sagt|so |so\n|so\t|erklärt|betont|kritisiert|meint|mahnt|warnt|déclar|affirm|expliqu|soulign|dénonc|ajout|rappel|estim|insist|regrett|conclu|a dit|dijo|señal|afirm|declar", "|")
	toldStems   = strings.Split("joined|sent|endorsed|signed|wrote|written|issued|submitted|released|launched|unterzeichnet|geschickt|veröffentlicht|signé|adressé|écrit", "|")
	askStems    = strings.Split("ask|call |urge|demand|demanem|insist|hold|oppose|reject|believe|need|want|declar|support|condemn|request|protest|fordern|verlangen|erwarten|brauchen|lehnen|rufen|unterstützen|exige|exigi|appelons|voulons|refusons|dénonçons|soutenons|déclarons|pedimos|queremos|rechazamos|denunciamos|apoiamos|repudiamos|chiediamo|esigiamo|vogliamo|eisen|vragen|willen|kräver|kræver|krever", "|")
)

// actStems are parts of the phrases of acts.
var actStems = strings.Split("tweet this|share |your |petition|take action|unterzeichnen|je signe|firma ahora", "|")

func mayAct(lower string) bool {
	return text.ContainsAny(lower, actStems)
}

// claimStems are texts that claimContextPattern matches, in its own words: the most frequent.
var claimStems = strings.Split(" sign| we | call on| call for| calls on| calls for| join| ask | urge |letter|statement|petition|endors|demand|oppos|appeal|against|unterzeichn|fordern|appell|brief|signat|soussign|exig|firm|carta|piden|assin|ondertek", "|")
