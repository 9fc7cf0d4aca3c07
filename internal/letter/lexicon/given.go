package lexicon

import (
	"slices"
	"strings"

	"undersigned/internal/letter/text"
)

// GivenLast are given names of a language that puts them behind the family name and that no other language shares.
var GivenLast = text.SetFrom("lexicon.GivenLast", func() []string {
	last := Person.In("hu", "given")
	for _, code := range Languages() {
		if code != "hu" {
			others := Person.In(code, "given")
			last = slices.DeleteFunc(last, func(w string) bool { return slices.Contains(others, w) })
		}
	}
	return last
})

// GivenNames are frequent given names, of the languages we read and of others that letters in these carry, that are no frequent words in the
// names of organizations ("Grace", "Hope" and "Florence" are).
var GivenNames = text.SetFrom("lexicon.GivenNames", func() []string {
	return append(Person.Words("given"), strings.Fields(`aaron abdoulaye abdul abdullah abhinav abhishek abigail achieng achim adam adama adebayo adele adelheid aditi aditya adrian agathe agnes agnieszka ahmad ahmed aisha ajay akash
akhil akshay alan alastair albert albrecht alejandra alejandro aleksandra alessandro alex alexander alexandra alexandre alexis alfons alfred ali alice alicia aline alison alistair
allison almut alois alok amanda amara amber amelia amina aminata amir amit amy amélie ana anand ananya anaïs anders andrea andreas andrew andrzej andré andrés andy anette angela
angelika anil anirudh anita anja anjali anke ankit ankita ann anna anne annegret anneliese annemarie annett annette annika ansgar anthony antje antoine antoinette anton antonia
antonio anuj anupam anuradha aparna archana archie arjun arlene arlette armand armelle arnaud arne arno arpita arthur arun arvind asher ashley ashok assia astrid audrey augustin
aurélie aurélien awa axel ayşe aziz aïcha baptiste barbara barry bartosz bastien beat beate beatriz ben benjamin benno benoît bernadette bernard bernd bernhard berthold bertram
bertrand beth bettina betty beverly bianca bilal birgit birte björn bjørn blandine bob bodo bonnie boris boubacar brad bradley brahim brandon brenda brett brian brice bridget
brigitte britta bruce bruno bryan burkhard byron bärbel béatrice caitlin calvin camille carl carla carlos carlota carmen carol carola caroline carolyn carsten catalina catherine
cathy cecilia chandan chantal charles cheikh chiara chidi chinedu chloe chris christa christel christelle christiane christina christine christoph christophe christopher chukwu
cindy claire clara claudia claudine claus clemens clifford clive clémence clément colette colin connie constanze consuelo coralie cordula corinna corinne cornelia cory craig
cristina curtis cynthia cyril cécile cédric céline dagmar damian damien damon daniel daniela danielle danièle daphné darren darryl dave david debbie deborah debra deepa deepak
deepika delphine denis denise dennis derek detlef detlev diana diane didier diego dieter dietmar dietrich dimitri dinesh dirk divya djamila dmitri dominic dominik dominique don
donald donna doreen doris dorothea dorothy dorothée douglas driss dwight dylan dörte eberhard eckhard edda edeltraud edgar edith edmond edmund eduardo edward edwin egon eileen
ekkehard elaine eleanor elena elfriede elisabeth elizabeth elke ella ellen ellie elsa emeka emil emilio emily emma emmanuel emmanuelle emre enrique eric erica erich erik erika erin
erna ernest ernst erwin esteban estelle esther ethan etienne eugene eva evan evelin evelyn evelyne ezra fabian fabien fabienne fabrice falk fanny farid fatiha fatima fatma fatou
felipe felix ferdinand fernand fernanda fernando fiona florian floriane folake francesca francesco francis francisco franck frank franz franziska françois françoise frauke fred
frederick frederik frida frieder friederike friedrich fritz frédéric frédérique gabi gabriel gabriela gabriele gaby gail gareth gary gaston gaurav gauri gautam gauthier gavin gaël
gaëlle geeta gemma geneviève geoff geoffrey georg george georges gerald gerard gerd gerda gerhard gerlinde germaine gernot gero gerold gerrit gertrud gesine ghislaine gilbert
gilberto gilles ginette giovanni girish gisela gisèle giulia glen glenn gloria gonzalo gopal gordon gottfried graham greg gregor gregory greta grégoire grégory guadalupe gudrun
guido guillaume guillermo gundula gunnar gunter gustave gustavo guy gwen gwenaëlle gérard göran götz günter günther habib hajo hakan hakim hamid hanna hannah hannelore hannes hanns
hans harald harish harold harry hartmut hassan hauke hayley hazel heather hedwig heide heidi heike heiko heiner heino heinrich heinrike heinz helen helena helga helge hella helma
helmut helmuth hendrik henning henri henriette henrik henry herbert herman hermann hermine hernán hervé hilary hildegard hilmar himanshu hiroshi holger holly horacio horst howard
hubert hugh hugo huguette hussein hélène ian ibrahim ibrahima ifeoma ignacio ilka ilona ilse ines inga inge ingeborg ingo ingrid inken inés irene irina irmela irmgard irmtraud
irène isaac isabel isabella isabelle ishita issa ivan ivo jack jackie jacob jacqueline jacques jake jakob jamal james jamie jan jana jane janet janice janina jannik jannis jasmine
jason javier javiera jayant jayati jean jeanne jeannine jeff jeffrey jenna jenni jennifer jenny jens jeremy jerome jerry jesse jessica jill jim jimmy jiří joachim joan joana joanie
joanna joanne joaquina joaquín jocelyn jocelyne jochen jodie joe joel johan johann johanna johannes john jon jonas jonathan jorge jose josef josefina josefine joseph josephine josh
joshua josiane jost josé joyce joão joël joëlle juan juana judith judy jule jules julia julian juliana julie julien juliet julieta juliette julio jun justin justine jutta jérôme
jörg jörn jürg jürgen kai kamel karan karen karim karin karine karl karla karlheinz karoline karsten karthik katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie
katja katrin kavita kay keiko keith kelly ken kenji kenneth kent kerry kerstin kevin khadija kim kimberly kiran kirk kirsten kirti kishore klara klaus knut kofi konrad konstantin
krishna kristen kristin kristina krzysztof kumar kurt kwame kyle kylie käthe laetitia lalit lamia larissa larry lars lata latha laura laure lauren laurence laurent lawrence lea
leah leander leigh leila lena lennart leo leon leonard leonardo leonie lerato leroy leslie lewis leïla lieselotte lila lillian linda lindsay lionel lisa lise liz lloyd lois lore
lorena lorenzo lori lorna lorraine lothar lou louis louise lourdes loïc luc luca lucas lucia lucie lucien lucinda lucy lucía ludivine ludovic ludwig luis luisa luise luiz lukas
luke lutz lydia lydie lynda lynn lynne léa léo léonie madeleine madlen magali magdalena mahesh maik maike maja malcolm malika malini malte mamadou mandy manfred manish manja manoj
manuel manuela marc marcel marcela marcelle marcelo marcia marco marcos marcus mareike margaret margarete margarita margaux margit margot marguerite maria mariam mariana marianne
marie marilyn marina mario marion marita marius marjorie mark marlene marlies marlis marsha martha martin martina martín marvin mary maryse mathias mathieu mathilda mathilde mathis
mats matt matteo matthew matthias maud maureen maurice mauricio max maxime maximilian maxine maya mayank maëlle małgorzata mechthild meenakshi meera meg megan mehdi mehmet meike
melanie melinda melissa melvin mercedes meredith mia micah michael michaela michel michele michelle michèle mick mickaël miguel mihir mikael mike miles milton miranda mireille
miriam mirjam mitch mitchell mohamed mohammad mohammed mohan molly mona monica monika monique montserrat morgan morgane moritz mounir mourad moussa muhammad mukesh murali murat
muriel mustafa mylène myriam mélanie nabil nadia nadine nadja namita namrata nancy nandini naomi natalia natalie natascha nathalie nathan naveen naïma neal ned neeraj neha neil
nele nell nelly ngozi nicholas nick nicki nicola nicolas nicole niels nigel nikhil niklas nikolaus nilesh nils nina nisha nitin nivedita njeri noah noam noel nomsa nora norbert
norman nour noura noémie noël obinna océane odhiambo odile okafor olaf ole olga oliver olivia olivier olumide oluwaseun omar ophélie ortwin oscar oskar osvaldo otmar ottmar otto
ousmane owen pablo padma pam pamela pankaj paola paolo pascal pascale pat patrice patricia patrick patrizia patti paul paula paulette pauline paweł pedro peggy penny percy perrine
pete peter petr petra phil philip philipp philippa philippe phillip philomène phyllis pierre pierrette piotr pooja pradeep pranav prashant prateek pratik preeti priscilla priya
priyanka quentin rachel rachid radhika rafael ragnhild rahul raimund rainer raj rajeev rajendra rajesh rajiv rakesh ralf ralph ramesh ramona ramón randall rania ranjan raoul
raphael raphaël raphaëlle rashmi raul ravi ray raymond raymonde raúl rebecca rebekka regina regine reinhard reinhild reinhold renata renate renaud renu rené renée reto rhonda
ricardo richard rick rina rishi rita ritu rob robert roberta roberto robin rocío rod rodney rodolphe rodrigo roger rohan rohit roland rolande rolf romain roman romy ron ronald
ronja ronnie rosa rosalind roseline rosemarie rosemary rosie ross roswitha rowan roxanne roy rubén rudi rudolf rufus rupert ruprecht russell ruth ryan régine régis rémi rémy
rüdiger sabine sabrina sadie sahil salah sally salma salomé sam samantha sameer samir samuel sandeep sandra sandrine sandy sangeeta sanjay santiago santosh sara sarah sascha sasha
saskia satish saurabh scott sean sebastian selma serge sergei sergio seth seydou shalini shane shannon shanti sharad sharon shaun shawn sheila shirley shreya shubham sibylle
siddharth sidney siegfried sigmar sigrid sigrun sigurd sihem silja silke silvan silvia silvio simon simone sipho siri siva smita sneha sofia sofiane sofía soizic solange soledad
solenn solveig solène sonal sonia sonja sophia sophie souleymane spencer srinivas stacey stan stanisław stanley stefan stefanie steffen steffi stella stephan stephanie stephen
steve steven stewart stuart stéphane subhash subramaniam suchitra sue sujata suman sumit sunil sunita supriya surendra suresh susan susana susanne suzanne suzette suzy svea sven
svenja swati sybille sylvain sylvia sylvie sébastien séverine sören tabea takashi tamara tanja tanya tara tarek tariq tatjana ted teresa terry tess tessa thandiwe thea themba theo
theodor theresa thibault thierry thilo thomas thorsten tiffany tilman tim timo timothy tina tiphaine tobias todd tom tomas tomasz tomás tomáš toni tony torben torsten tracey tracy
traute travis trent trevor trish trisha tristan trond tunde tushar tyler udo ulf uli ulla ulli ulrich ulrika ulrike urs ursula usha uta ute uwe valentin valentina valerie valeska
valérie vandana vanessa varun vasant veit venkatesh vera verena veronica veronika verónica vic vicente victor vijay vikas vikram viktor vinay vincent vinod viola virginie vishal
vivek vivian viviane vladimir volker volkmar vrinda véronique víctor wairimu walid walter waltraud wanda wangari wanjiru warren wayne wendell wendy wenke werner wes wibke wiebke
wieland wilfried wilhelm willi william willie wilma winfried wojciech wolfgang wolfram xaver xavier ximena yacine yann yannick yasemin yasmin yasmine yogesh yolanda younes youssef
yuki yusuf yvan yves yvette yvon yvonne zach zachary zeynep zineb zoe zofia zohra zora zoé zoë álvaro ángel åsa ève édith édouard églantine élodie émilie émilien éric étienne
étiennette évelyne óscar øystein`)...)
})
