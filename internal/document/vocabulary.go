package document

import "strings"

// class says what sort of word a folded word is, for telling lines apart by their shape. A word may be of several.
type class uint32

const (
	month class = 1 << iota
	weekday
	dating      // words that stand in date lines beside the date itself
	publishing  // words that open a date line: "published", "updated"
	institution // words that name a body that issues releases
	press       // words of section labels: "press", "releases"
	menu        // words of menus and share bars
	network     // names of social networks
	event       // nouns of headlines: "meeting", "statement"
	verb        // verbs of headlines and finite verbs of prose
	joint       // small words that join a name: "of", "and", "the"
	office      // words of offices: "minister", "spokesperson"
	picture     // words of captions and credits
	governing   // words that name a public body and hardly anything else
	opener      // words with which a known line begins
)

var vocabulary = func() map[string]class {
	m := map[string]class{}
	add := func(c class, list string) {
		for _, w := range strings.Fields(list) {
			m[w] |= c
		}
	}
	add(month, `january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec
		janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
		januar februar marz juni juli oktober dezember
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
		janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
		gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
		ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
		maret mei agustus desember
		يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر
		січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
		января февраля марта апреля мая июня июля августа сентября октября ноября декабря`)
	add(weekday, `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		الأحد الاحد الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت 令和 平成 日 年 月 일 월 년
		lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag
		lunes martes miercoles jueves viernes sabado domingo`)
	add(dating, `am pm utc gmt est edt et kst jst ist pst pdt cet cest bst aest msk pkt hrs hours hour ago date dated time
		local th st nd rd of on at de le el den vom du o h noon midnight year day kl uhr à a by pib delhi new`)
	add(publishing, `published posted updated modified issued released publication date last created uploaded update revised
		publie publicado actualizado veroffentlicht stand edited first originally
		опубликовано pubblicato geplaatst`)
	add(institution, `ministry ministries department departments embassy consulate government republic kingdom agency
		organization organisation secretariat commission union presidency cabinet federation mission delegation parliament
		senate palace house kremlin bureau division chancellery council court administration state states secretary-general
		times herald post daily gazette tribune reuters xinhua tass yonhap kyodo afp wam spa anadolu bbc cnn dawn guardian
		newspaper portal website broadcasting emirate emirates sultanate commonwealth federal national office directorate authority
		ministere ministerio ministero ministerium auswartiges amt gouvernement gobierno governo botschaft ambassade embajada
		bundesregierung elysee presidence bakanligi kementerian foundation institute assembly nations nato asean eeas oecd
		iaea osce who unicef unhcr opcw icc icrc imf wto apec mofa mfa dfat fcdo dfa mea pib`)
	add(governing, `ministry ministries department departments embassy consulate government republic kingdom agency organization
		organisation secretariat commission presidency cabinet chancellery ministere ministerio ministero ministerium amt botschaft
		ambassade embajada directorate office parliament bureau emirates sultanate council union nations delegation mission
		portal website`)
	add(press, `press release releases news statement statements media readout readouts briefing briefings remarks speech
		speeches transcript transcripts communique communiques bulletin room newsroom centre center story stories article
		articles events latest publications publication update updates notice notices announcement announcements headlines
		top breaking features interviews interview notes note information public affairs communications service services
		documents document archive comunicado comunicados prensa communiqué presse pressemitteilung pressemitteilungen
		actualites comunicati stampa spokesperson spokespersons activities politics diplomacy world international national
		opinion business economy culture sports society video videos photo photos gallery galleries africa asia europe
		americas middle east declaration declarations ministry relations laws foreign policy issues topics`)
	add(menu, `home menu search login logout register subscribe contact about sitemap site map skip navigation share print
		email e-mail mail copy link links font size increase decrease diminish enlarge smaller larger text listen comments comment tags keywords language english
		francais deutsch espanol korean kor eng en fr ua ru cn japanese chinese arabic russian cookie cookies privacy policy
		terms accessibility copyright disclaimer back next prev previous list more top page main help faq feedback rss
		follow us like tweet pin save bookmark download pdf newsletter newsletters read related popular viewed close open
		content to toggle directory careers jobs footer header breadcrumb attachments attachment hit hits views view category tag`)
	add(network, `facebook twitter x instagram youtube telegram whatsapp linkedin pinterest tiktok weibo wechat vk flickr
		reddit threads bluesky line kakaotalk snapchat messenger viber odnoklassniki rutube mastodon medium naver`)
	add(event, `meeting meetings visit visits call talks statement consultation consultations readout conversation dialogue
		dialogues summit forum appointment appointments agreement agreements signing travel trip remarks message condolences
		outcome launch announcement election conference ceremony round speech interview attendance participation response
		situation attack sanctions anniversary declaration communique discussion discussions discussing phone telephone
		exchange negotiations briefing address session events arrival departure results summary reception`)
	add(verb, `is are was were has have had will would be been said says meets meet met holds hold held visits visit visited
		speaks spoke discusses discuss discussed attends attend attended calls call called talks talked signs sign signed
		receives received condemns condemn condemned welcomes welcomed hosts host hosted travels travel traveled travelled
		announces announce announced agrees agree agreed begins begin start starts started leaves left arrives arrived takes
		take took urges urged vows vow vowed tells told names named appoints appoints appointed recognise recognize
		recognises recognizes informed invited expresses expressed congratulates congratulated launches launched concludes
		concluded opens opened bids review reviews reviewed reaffirm reaffirms reaffirmed strengthen pledge pledges warns
		warned seeks seek sends sent says deny denies kills killed sign joins joined delivers delivered addresses addressed
		adopts adopted resume resumes resumed exchange exchanges exchanged stress stresses stressed can could may shall does
		do did adjusts extends extended completes completed imposes imposed issues issued gives gave becomes became`)
	add(joint, `of and the for to in on at & de des du et la le les y der die das und für fur di del della dos da do with
		al el`)
	add(office, `minister ministers secretary president spokesperson spokesman spokeswoman ambassador director deputy vice
		chief head commissioner representative envoy chairman chair chancellor premier senator hon mp prime undersecretary
		attache officer adviser advisor editor reporter correspondent writer staff`)
	add(picture, `photo photos photograph pose poses posing credit image images picture pictured courtesy handout getty right left
		center centre l r c file via pool afp ap reuters epa anadolu yonhap kyodo xinhua`)
	for _, known := range []map[string]sign{whole, opening} {
		for phrase := range known {
			first, _, _ := strings.Cut(phrase, " ")
			m[first] |= opener
		}
	}
	return m
}()
