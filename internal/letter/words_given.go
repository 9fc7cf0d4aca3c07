package letter

// firstNames are frequent given names, of the languages we read and of others that letters in these carry, that are no frequent words in the
// names of organizations ("Grace", "Hope" and "Florence" are).
var firstNames = wordSet(`aaron abdul abdullah abhinav abhishek abigail achim adam adele aditi aditya adrian agathe agnes agnieszka ahmad ahmed aisha ajay akash akhil akshay alan alastair albert alejandra
alejandro aleksandra alessandro alex alexander alexandra alexandre alexis alfons alfred ali alice alicia aline alison alistair allison almut alois alok amanda amber amelia amina
amir amit amy amélie ana anand ananya anaïs anders andrea andreas andrew andrzej andré andrés andy anette angela anil anirudh anita anja anjali anke ankit ankita ann anna anne
annegret annemarie annette annika ansgar anthony antje antoine antoinette anton antonia antonio anuj anupam anuradha aparna archana archie arjun arlene arnaud arne arno arpita
arthur arun arvind asher ashley ashok astrid audrey aurélie aurélien axel ayşe baptiste barbara barry bartosz bastien beat beate beatriz ben benjamin benno benoît bernadette
bernard bernd bernhard bertrand beth bettina betty beverly bianca birgit birte björn bjørn blandine bob bodo bonnie boris brad bradley brandon brenda brett brian bridget brigitte
britta bruce bruno bryan burkhard byron bärbel caitlin calvin camille carl carla carlos carlota carmen carol carola caroline carolyn carsten catalina catherine cathy cecilia
chandan chantal charles chiara chidi chloe chris christa christel christiane christina christine christoph christophe christopher cindy claire clara claudia claus clifford clive
clémence clément colette colin connie consuelo cordula corinna corinne cornelia cory craig cristina curtis cynthia cyril cécile cédric céline dagmar damian damien damon daniel
daniela danielle danièle daphné darren darryl dave david debbie deborah debra deepa deepak deepika delphine denis denise dennis derek detlef detlev diana diane didier diego dieter
dietmar dietrich dimitri dinesh dirk divya dmitri dominic dominik dominique don donald donna doreen doris dorothy dorothée douglas dwight dylan eberhard eckhard edgar edith edmund
eduardo edward edwin egon eileen elaine eleanor elena elfriede elisabeth elizabeth elke ella ellen ellie emilio emily emma emmanuel emmanuelle emre enrique eric erica erich erik
erika erin ernest ernst erwin esteban estelle esther ethan etienne eugene eva evan evelyn evelyne ezra fabian fabien fabienne fabrice fanny fatima fatma felipe felix ferdinand
fernanda fernando fiona florian floriane francesca francesco francis francisco franck frank franz franziska françois françoise frauke fred frederick frieder friederike friedrich
fritz frédéric frédérique gabi gabriel gabriela gabriele gaby gail gareth gary gaurav gauri gautam gauthier gavin gaël gaëlle geeta gemma geneviève geoff geoffrey georg george
georges gerald gerard gerd gerda gerhard gerlinde gertrud gesine ghislaine gilbert gilberto gilles giovanni girish gisela giulia glen glenn gloria gonzalo gopal gordon gottfried
graham greg gregor gregory greta grégoire grégory guadalupe gudrun guillaume guillermo gundula gustavo guy gwen gwenaëlle gérard göran götz günter günther hakan hanna hannah
hannelore hannes hans harald harish harold harry hartmut hassan hauke hayley hazel heather hedwig heide heidi heike heiko heiner heino heinrich heinrike heinz helen helena helga
helge hella helmut hendrik henning henri henriette henrik henry herbert herman hermann hermine hernán hervé hilary hildegard himanshu hiroshi holger holly horacio horst howard
hubert hugh hugo hussein hélène ian ibrahim ignacio ilka ilona ilse ines inga inge ingeborg ingo ingrid inés irene irmgard isaac isabel isabella isabelle ishita ivan jack jackie
jacob jacqueline jacques jake jakob jamal james jamie jan jana jane janet janice janina jannik jannis jasmine jason javier javiera jayati jean jeff jeffrey jenna jenni jennifer
jenny jens jeremy jerome jerry jesse jessica jill jim jimmy jiří joachim joan joana joanie joanna joanne joaquina joaquín jocelyn jocelyne jochen jodie joe joel johan johann
johanna johannes john jon jonas jonathan jorge jose josef josefina josefine joseph josephine josh joshua josiane jost josé joyce joão joël joëlle juan juana judith judy julia
julian juliana julie julien juliet julieta julio jun justin jutta jérôme jörg jörn jürg jürgen kai karan karen karin karl karla karlheinz karoline karsten karthik katarzyna kate
katharina katherine kathleen kathrin kathryn kathy katie katja katrin kavita kay keiko keith kelly ken kenji kenneth kent kerry kerstin kevin kim kimberly kiran kirk kirsten klaus
knut kofi konrad krishna kristen kristin kristina krzysztof kumar kurt kwame kyle kylie käthe laetitia lalit larry lars latha laura laure lauren laurence laurent lawrence lea leah
leigh leila lena lennart leo leon leonard leonardo leonie leroy leslie lewis lieselotte lila lillian linda lindsay lionel lisa liz lloyd lois lorena lorenzo lori lorna lorraine
lothar lou louis louise lourdes loïc luca lucas lucia lucie lucien lucinda lucy lucía ludivine ludovic ludwig luis luisa luise luiz lukas luke lutz lydia lynda lynn lynne léa léo
léonie madeleine magali magdalena mahesh maik maike malcolm malini malte mandy manfred manish manoj manuel manuela marc marcel marcela marcelo marcia marco marcos marcus mareike
margaret margarita margaux margit margot marguerite maria mariana marianne marie marilyn marina mario marion marita marjorie mark marlene marlies marsha martha martin martina
martín marvin mary maryse mathias mathieu mathilda mathilde mathis mats matt matteo matthew matthias maureen maurice mauricio max maxime maxine maya mayank maëlle małgorzata
mechthild meera meg megan mehmet meike melanie melinda melissa melvin mercedes meredith mia micah michael michel michele michelle michèle mick mickaël miguel mihir mikael mike
miles milton miranda mireille miriam mirjam mitch mitchell mohamed mohammad mohammed mohan molly mona monica monika monique montserrat morgan morgane moritz muhammad mukesh murat
muriel mustafa mylène myriam mélanie nadia nadine namita namrata nancy nandini naomi natalia natalie nathalie nathan naveen neal ned neeraj neha neil nele nell ngozi nicholas nick
nicki nicola nicolas nicole niels nigel nikhil niklas nikolaus nilesh nils nina nisha nitin nivedita noah noam noel nora norbert norman noémie noël océane odile olaf ole olga
oliver olivia olivier oluwaseun omar ortwin oscar oskar osvaldo ottmar otto owen pablo pam pamela pankaj paola paolo pascal pascale pat patrice patricia patrick patti paul paula
pauline paweł pedro peggy penny percy pete peter petr petra phil philip philipp philippa philippe phillip philomène phyllis pierre piotr pooja pradeep pranav prashant prateek
pratik preeti priscilla priya quentin rachel rafael ragnhild rahul raimund rainer raj rajeev rajendra rajesh rajiv rakesh ralf ralph ramesh ramón randall ranjan raphael raphaël
raphaëlle rashmi raul ravi ray raymond raymonde raúl rebecca regina regine reinhard reinhild reinhold renata renate renaud renu reto rhonda ricardo richard rick rina rishi rita
ritu rob robert roberta roberto robin rocío rod rodney rodrigo roger rohan rohit roland rolande rolf romain roman ron ronald ronnie rosa rosalind rosemarie rosemary rosie ross
roswitha rowan roxanne roy rubén rudi rudolf rufus rupert russell ruth ryan régis rémi rémy rüdiger sabine sabrina sadie sahil sally salma sam samantha sameer samir samuel sandeep
sandra sandrine sandy sangeeta sanjay santiago santosh sara sarah sascha sasha saskia satish saurabh scott sean sebastian selma serge sergei sergio seth shalini shane shannon
sharad sharon shaun shawn sheila shirley shreya shubham siddharth sidney siegfried sigmar sigrid sigurd silja silke silvan silvia silvio simon simone siri siva smita sneha sofia
sofía solange soledad solveig solène sonal sonia sonja sophia sophie spencer stacey stan stanisław stanley stefan stefanie steffen steffi stella stephan stephanie stephen steve
steven stewart stuart stéphane subhash suchitra sue sujata suman sumit sunil sunita supriya surendra suresh susan susana susanne suzanne suzette suzy sven svenja swati sybille
sylvain sylvia sylvie sébastien séverine sören takashi tamara tanja tanya tara tariq tatjana ted teresa terry tess thea theo theodor theresa thibault thierry thilo thomas thorsten
tiffany tilman tim timo timothy tina tobias todd tom tomas tomasz tomás tomáš toni tony torben torsten tracey tracy traute travis trent trevor trish trisha tristan trond tunde
tushar tyler udo ulf uli ulla ulli ulrich ulrika ulrike urs ursula usha uta ute uwe valentin valentina valerie valérie vandana vanessa varun veit vera verena veronica veronika
verónica vic vicente victor vijay vikas vikram viktor vinay vincent vinod viola virginie vishal vivek vivian viviane vladimir volker volkmar vrinda véronique víctor walter waltraud
wanda wanjiru warren wayne wendell wendy werner wes wiebke wilfried wilhelm willi william willie winfried wojciech wolfgang wolfram xaver xavier ximena yann yannick yasmin yogesh
yolanda yuki yusuf yves yvette yvonne zach zachary zeynep zoe zofia zoé zoë álvaro ángel åsa édouard églantine élodie émilie émilien éric étienne étiennette évelyne óscar øystein`)
