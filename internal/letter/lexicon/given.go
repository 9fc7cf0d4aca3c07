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
	return append(Person.Words("given"), strings.Fields(`aaron abby abdelaziz abdelkader abderrahmane abdou abdoulaye abdul abdullah abe abhinav abhishek abigail aboubacar achieng achim adalbert adam adama adebayo adele
adelheid adeline adina aditi aditya adnan adrian adrien adrienne agathe agnes agnieszka ahmad ahmed aidan aileen aimee aisha ajay akash akhil akshay alan alana alastair
alban albert albin albrecht alec alejandra alejandro aleksandra alessandro alex alexa alexander alexandra alexandre alexis alfie alfons alfred ali alice alicia aline
aliou alisa alison alistair allan allison almut alois alok alphonse althea alwin alyssa amadou amanda amara amber ambroise amelia amina aminata amir amit ammar amos amy
amélie ana anand ananya anastasia anatole anaïs anders andrea andreas andrew andrzej andré andrés andy anette angela angelika angelina anil anirudh anita anja anjali anke
ankit ankita ann anna annabel anne annegret annelie anneliese annelore annemarie annett annette annie annika anselm ansgar anthony antje antoine antoinette anton antonia
antonio antonius anuj anupam anuradha anwar anya aparna apolline archana archibald archie ariane aristide arjun arlene arlette arlo armand armelle arnaud arne arno arnold
arpita arthur arun arvind asher ashley ashok assia astrid aubrey audra audrey augustin aurélie aurélien austen ava avery awa axel axelle ayman ayoub ayşe aziz aziza aïcha
badr balthasar baptiste barbara barnaby barnabé barry bartosz bashir bassam bastian bastien beat beate beatrix beatriz becca becky belinda ben benedikt benita benjamin
benjamine bennett benno benoît bernadette bernadine bernard bernd bernhard bernice bertha berthold bertram bertrand bessie beth bethany betsy bettina betty beulah beverly
bianca bilal birgit birte björn bjørn blaise blanche blandine bob bobbie bodo bonnie boris boubacar boubakar brad bradford bradley brady brahim brandi brandon breanna
brenda brendan brent brett brian brianna brice bridget brigitte britta brittany brooke bruce brunhilde bruno bryan bryce bryson burkhard burkhardt byron bärbel béatrice
bérangère bérénice caitlin caleb calum calvin cameron camille candace carey carina carissa carl carla carlos carlota carly carmen carol carola caroline carolyn carrie
carson carsten casey cassandra cassidy catalina catherine cathy cecil cecilia cedric chandan chandra chantal charlene charles charlie charline charlène cheikh cheryl
chiara chidi chinedu chloe chris christa christel christelle christian christiane christie christina christine christoph christophe christopher christy chukwu cindy
claire clara clarence clarissa clarisse claudia claudie claudine claus clayton clemens clifford clint clive clothilde clyde clémence clément colby coleen colette colin
colleen connie connor conrad constance constanze consuelo cora coralie cordula corentin corey corinna corinne cornelia cornelius cory courtney craig cristina curtis
cynthia cyprien cyril cyrille cyrus cécile cédric célestin céline côme dagmar dalal dallin dalton damian damien damon dana daniel daniela danielle danièle danny daoud
daphne daphné darcy darla darlene darnell darren darryl daryl dave david davina deandre deanna debbie deborah debra deepa deepak deepika deirdre delores delphine
demetrius dena denis denise dennis derek derrick desmond detlef detlev devin dewey dexter diana diane didier diego dieter dietlinde dietmar dietrich dillon dimitri dinesh
dirk divya djamila djibril dmitri dominic dominik dominique don donald donna donovan dora doreen dorian doris dorothea dorothy dorothée doug douglas drew driss duane
dudley duncan dustin dwayne dwight dylan désirée dörte eberhard eckart eckhard edda eddie edelgard edeltraud edgar edith edmond edmund edna eduardo edward edwin effie
egon eike eileen ekkehard elaine eleanor elena elfriede eli elisabeth elise eliza elizabeth elke ella ellen ellie elliot elliott elmer elodie eloise elsa elsie elton
elvis emeka emeline emerson emil emilien emilio emily emma emmanuel emmanuelle emmett emre enid enrique erdmute erhard eric erica erich erik erika erin erna ernest
ernestine ernst errol erwin esmeralda essie esteban estelle esther ethan ethel etienne eugene eugénie eulalie eva eva-maria evan evangeline evelin evelyn evelyne everett
ewald ezra fabian fabien fabienne fabrice fadi fahad faisal falk fanny farah fares farid farida fatema fathi fatiha fatima fatma fatou fatoumata faustine faye felicitas
felicity felipe felix ferdinand fernand fernanda fernando fiona flavie flavien florent florian floriane floyd folake fouad francesca francesco francine francis francisco
franck frank frankie franz franziska françois françoise frauke fred freda freddie frederick frederik frida frieda friedemann frieder friederike friedhelm friedrich fritz
frédéric frédérique félicien gabi gabin gabriel gabriela gabriele gabrielle gaby gail gareth garrett garry gary gaspard gaston gaurav gauri gautam gauthier gavin gayle
gaël gaëlle gaëtan gebhard geeta gemma gena genevieve geneviève geoff geoffrey georg george georges georgina gerald geraldine gerard gerd gerda gereon gerhard gerlinde
germaine gernot gero gerold gerrit gertraud gertrud gertrude gesine ghada ghassan ghislain ghislaine gilbert gilberte gilberto gilles gillian gina ginette giovanni girish
gisela giselle gisèle giulia gladys glen glenda glenn glenna gloria gontran gonzalo gopal gordon gottfried graham greg gregg gregor gregory greta gretchen griffin
grégoire grégory guadalupe gudrun guido guilhem guillaume guillermo gundula gunnar gunter gunther gustave gustavo guy guénolé gwen gwenaël gwenaëlle gwendoline gwendolyn
gwyneth gwénaëlle géraldine gérard göran götz günter günther habib hadi hadrien hafsa haider hailey hajo hakan hakim hala hamid hamza hanan hani hanna hannah hannelore
hannes hanns hans hans-georg hans-joachim hans-jürgen hans-peter harald harish harley harold haroun harriet harry harsha hartmut hartwig harvey hassan hatem hattie hauke
hayley hazel heather hedwig heide heidemarie heidi heidrun heike heiko heiner heino heinrich heinrike heinz helen helena helga helge hella helma helmar helmut helmuth
hemant hendrik henning henri henriette henrik henry herbert heribert herman hermann hermine hernán herta hervé hilary hilda hildegard hilmar himanshu hippolyte hiroshi
hisham holger holly horace horacio horst hortense houda howard hubert hubertus hugh hugo hugues huguette hussain hussein héloïse hélène ian ibrahim ibrahima idriss ifeoma
ignacio ignatius ilka ilona ilse imad iman immanuel imogen imran ines inga inge ingeborg ingo ingolf ingrid inken inés irene irina irmela irmgard irmtraud irving irène
irénée isaac isabel isabella isabelle isaiah isaline ishita isla isolde issa issam ivan ivo jack jackie jacky jaclyn jacob jacqueline jacques jacquot jake jakob jamal
james jamie jamila jan jana jane janelle janet janice janina janine jannik jannis jared jasmin jasmine jason javier javiera jay jaya jayant jayati jean jean-baptiste
jean-christophe jean-claude jean-françois jean-louis jean-luc jean-marc jean-marie jean-michel jean-noël jean-paul jean-philippe jean-pierre jean-yves jeanne jeannette
jeannie jeannine jeff jeffery jeffrey jenna jenni jennie jennifer jenny jens jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie jill jillian jim jimmie jimmy
jiří joachim joan joana joanie joann joanna joanne joaquina joaquín joceline jocelyn jocelyne jochen jodie jody joe joel johan johann johanna johannes john johnathan
johnnie johnny jolene jon jonah jonas jonathan joni jorge jose josef josefina josefine joseph josephine josette josh joshua josiah josiane josselin jost josé joyce joão
joël joëlle juan juana juanita judith judy jule jules julia julian juliana julianne julie julien juliet julieta juliette julio julius jun justin justine justus jutta
jérémie jérôme jörg jörn jürg jürgen kai kaitlyn kalpana kamal kamala kamel kara karan karen kari karim karima karin karine karl karl-heinz karla karlheinz karola
karoline karsten karthik kaspar katarzyna kate katelyn katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrina kavita kay kayla keiko keisha keith
kelley kelli kellie kelly kelsey kelvin ken kendall kendra kendrick kenji kenneth kenny kent kerri kerry kerstin kevin khadija khaled khalid khalil kieran kim kimberley
kimberly kiran kirk kirsten kirsty kirti kishore klara klaus knut kofi konrad konstantin kordula korinna kris krishna krista kristen kristi kristin kristina kristine
kristopher kristy krzysztof kumar kumari kunigunde kurt kwame kyle kylie käthe lacey laetitia laila lakshmi lalit lalita lamia lana larissa larry lars lata latasha latha
latifa latoya laura laure lauren laurence laurent laurenz laurette laurie laurine lawrence layla lea leah leander leanne leigh leila lela lena lennart leo leon leona
leonard leonardo leonhard leonie leopold lerato leroy leslie lester leta levi lewis leïla liam liane lieselotte lila lilian liliane lillian lillie lilou linda lindsay
lindsey linus lioba lionel lisa lise liz liza lizzie lloyd lois lonnie lora lore loren lorena lorenz lorenzo lori loris lorna lorraine lothar lottie lou louay louis
louise lourdes loïc lubin lubna luc luca lucas lucette lucia lucie lucien lucienne lucile lucille lucinda lucy lucía ludger ludivine ludovic ludwig luella luis luisa
luise luiz lukas luke lula lutz lydia lydie lyle lynda lynette lynn lynne léa léandre léo léon léonie léopold mabel mable mackenzie macy maddie madeleine madeline madhav
madhu madlen mae maeva magali magdalena maggie mahesh mahmoud maik maike maisie maja majid malcolm malia malik malika malini mallory malte mamadou manal mandy manfred
manish manja manoj manuel manuela marc marc-antoine marcel marcela marcelle marcelline marcelo marcia marco marcos marcus marcy mareike maren margaret margarete margarita
margaux margery margie margit margot margret margrit marguerite maria mariah mariam mariana marianne marie marie-anne marie-christine marie-claude marie-france
marie-hélène marie-josé marie-laure marie-louise marie-noëlle marie-pierre marielle marilyn marina mario marion marita marius marjolaine marjorie mark marla marlene
marlies marlis marlon marlène marsha marten martha marthe martial martin martina martine marty martín marvin marwa marwan mary maryam maryann marylène maryse maryvonne
mathew mathias mathieu mathilda mathilde mathis mats matt matteo matthew matthias matthieu mattie maud maude maureen maurice mauricio mavis max maxence maxime maximilian
maxine maxwell maya mayank maël maëlle małgorzata mechthild meena meenakshi meera meg megan meghan mehdi mehmet meike melanie melinda melissa melvin mercedes meredith
meriem mervyn mia micah michael michaela michaël micheal michel michele micheline michelle michèle mick mickaël miguel mihir mikael mike mildred miles millicent millie
milton mindy minnie miranda mireille miriam mirjam mitch mitchell mohamed mohammad mohammed mohan mohit moira mollie molly mona monica monika monique montserrat morgan
morgane moritz moses mounir mourad moussa muhammad mukesh murali murat muriel mustafa mustapha mylène myra myriam myrna mélanie mélissa mélodie nabil nadia nadine nadja
nadège nahla naima najat najib namita namrata nancy nandini naomi narayan narendra naresh nasser natacha natalia natalie natascha natasha nathalie nathan nathaniel naveen
nawal naïma neal ned neeraj neha neil nele nell nellie nelly nettie neville ngozi nicholas nichole nick nicki nicola nicolas nicole niels nigel nikhil nikki niklas
nikolaus nilesh nils nina ninon nirmala nisha nitin nivedita nizar njeri noah noam noel noelle nolwenn nomsa nora norbert noreen norman norris notburga nour noura noé
noémie noël noëlla obinna océane odette odhiambo odile odo okafor olaf ole olga oliver olivia olivier ollie olumide oluwaseun omar ophelia ophélie ortrud ortwin orville
osama oscar oskar osvaldo othman othmar otis otmar ottilie ottmar otto ousmane owen pablo padma paige pam pamela pankaj paola paolo parvati pascal pascale pascaline pat
patrice patricia patrick patrizia patsy patti patty paul paula paulette pauline paweł pedro peer peggy penelope penny percy perrine pete peter petr petra phil philip
philipp philippa philippe philippine phillip philomène phoebe phyllis pierre pierre-yves pierrette piotr polly pooja prabhakar pradeep prakash pramod pranav prashant
prateek pratibha pratik praveen preeti priscilla priya priyanka quentin quincy rachael rachel rachid radha radhika rafael raghav ragnhild rahul raimund rainer raj rajeev
rajendra rajesh rajiv rakesh ralf ralph ramesh rami ramona ramón rana randal randall randolph randy rania ranjan raoul raphael raphaël raphaëlle rasha rashid rashmi raul
ravi ray raymond raymonde raúl reba rebecca rebekka reem regina reginald regine reiner reinhard reinhild reinhold rekha renata renate renaud renee renu rené renée reto
reuben rhoda rhonda ria ricardo richard rick rickey ricky riley rima rina rishi rita ritu riyad rob robbie robert roberta roberto robin robyn roch rochelle rocío rod
rodney rodolphe rodrigo roger rohan rohit roland rolande rolf romain roman romane romuald romy ron ronald ronda ronja ronnie rory rosa rosalie rosalind rosanne roseline
roselyne rosemarie rosemary rosi rosie roslyn ross roswitha rowan rowena roxane roxanne roy rubén rudi rudolf rudolph rudy rufus rupert ruprecht russell ruth ryan régine
régis rémi rémy rüdiger saad sabah sabine sabrina sachin sadie sahil salah saleh sally salma salomé salwa sam samantha samar sameer samia samir samira sammy samuel sana
sandeep sandra sandrine sandy sangeeta sanjay sanjeev santiago santosh sapna sara sarah sarita sascha sasha saskia satish saul saurabh savita scott sean sebastian seema
selena selma serge sergei sergio seth seydou shadi shalini shane shankar shanna shannon shanti sharad shari sharon shashi shaun shauna shawn sheila shelby sheldon shelia
shelley shelly sheri sherif sherri sherry sheryl shilpa shirley shivani shobha shreya shruti shubham shweta sibylle siddharth sidney sidonie siegbert siegfried sieglinde
siegmund sienna sigmar sigrid sigrun sigurd siham sihem silas silja silke silvan silvia silvio simeon simon simone sipho siri siva sixtine smita sneha sofia sofiane sofía
soizic solange soledad solenn solenne solveig solène somnath sonal sonali sonia sonja sonya sophia sophie soraya souad soukaina souleymane soumaya spencer srinivas stacey
staci stacy stan stanisław stanley stefan stefanie steffen steffi stella stephan stephanie stephen steve steven stewart stuart stéphane stéphanie subhash subramaniam
suchitra sudha sudhir sue sujata suman sumit sunil sunita supriya surendra suresh susan susana susann susanne sushil sushma susie suzanne suzette suzy svea sven svenja
swantje swati sybil sybille sylvain sylvaine sylvester sylvette sylvia sylvie sylvère sébastien séverine sören tabea tabitha taha takashi tamara tami tammie tammy tanguy
tanja tanvi tanya tara tarek tariq tarun tasha tatjana ted teresa teri terrance terrell terrence terri terry tess tessa thaddeus thandiwe thaïs thea thelma themba theo
theodor theodora theodore theresa theresia thibault thibaut thierry thilo thomas thorsten théo théodore thérèse tiffany tilman tim timo timothy timothée tina tiphaine
tobias toby todd tom tomas tomasz tommie tomás tomáš toni tonia tony tonya torben torsten tracey traci tracy traudel traute travis trent trenton trevor tricia trina trish
trisha tristan trond troy trude trudy tunde tushar tyler tyrone tyson uday udo ulf uli ulla ulli ulrich ulrika ulrike ulysse urs ursel ursula usha uta ute uwe valentin
valentina valerie valeska valère valérie vandana vanessa varun vasant vaughn veena veit velma venkat venkatesh vera verena verna vernon veronica veronika verónica vianney
vic vicente vicki vickie vicky victor vidya vijay vikas vikram viktor viktoria vinay vincent vineet vinod viola violaine virginie vishal vivek vivian viviane vivien
vivienne vladimir volker volkmar vrinda véronique víctor wael wafa wairimu walburga walid wally walter walther waltraud wanda wangari wanjiru warren wayne wendell wendy
wenke wenzel werner wes wesley whitney wibke wiebke wieland wilbert wilbur wilfred wilfried wilhelm wilhelmine willa willard willi william willibald willie wilma winfried
winifred winston wojciech wolfgang wolfram woodrow xaver xavier xavière ximena yacine yahya yanis yann yannick yasemin yash yasmin yasmine yasser yaël yoann yogesh yohan
yolanda yolande younes yousra youssef youssouf yuki yusuf yvan yves yvette yvon yvonne zach zacharias zacharie zachary zainab zakaria zaki zeina zelda zeynep ziad zineb
zoe zofia zohra zora zoé zoë álvaro ángel åsa ève édith édouard églantine éliane élisa élisabeth élodie éloïse émilie émilien éric étienne étiennette évelyne óscar
øystein`)...)
})
