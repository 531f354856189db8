package document

import "strings"

// sign is what a known line or a known opening of a line is.
type sign struct {
	kind Kind
	rule string
	ends ending
}

// ending says whether the text of a release is over where a line stands behind it.
type ending uint8

const (
	goesOn ending = iota
	likely        // over, unless sentences of a text follow
	surely        // over, even if something like sentences follows: teasers of other pages
)

// whole lists lines that are known by all their words, folded; opening those known by the words they begin with.
var whole, opening = func() (map[string]sign, map[string]sign) {
	w, o := map[string]sign{}, map[string]sign{}
	add := func(m map[string]sign, s sign, list string) {
		for _, p := range strings.Split(list, "\n") {
			if p = strings.TrimSpace(p); p != "" {
				m[p] = s
			}
		}
	}
	add(w, sign{Furniture, "page-line", goesOn}, `
		link copied
		copy link
		copied
		share
		print
		listen
		skip to main content
		skip to content
		skip navigation
		skip to navigation
		home
		menu
		search
		main menu
		korean
		english
		japanese
		advertisement
		advertising
		advertisements
		back to top
		top of page
		list
		screen size
		countries information
		page language english
		ua en
		en
		kor
		eng
		read in app
		hit
		hits
		views
		format
		source
		report
		language
		original
		translate
		open in app
		add to favorites
		save
		text size
		font size
		a a a
		save article
		get the latest
		바로가기 메뉴
		본문 바로가기
		주메뉴 바로가기
		검색창 열기
		인쇄
		공유하기
		목록
		이전글
		다음글
		글자크기
		返回
		打印
		字号
		印刷
		share page print page top of page
		loading
		play
		image
		video`)
	add(w, sign{Furniture, "after-the-text", surely}, `
		related news
		related articles
		related article
		related stories
		related story
		related links
		related link
		related resources
		topic resources
		department resources
		resources
		additional resources
		related topics
		related content
		related information
		related documents
		related posts
		related pages
		related tags
		related coverage
		related reading
		related
		most viewed
		most popular
		most read
		most recent
		most recent stories
		most shared
		most viewed articles
		trending
		trending now
		popular
		popular news
		popular stories
		latest news
		latest stories
		latest updates
		latest articles
		more news
		more stories
		more articles
		more on this topic
		more on this story
		more from headlines
		more in this section
		other news
		other news in this section
		other articles
		other stories
		recommended
		recommended for you
		recommended stories
		recommended articles
		you may also like
		you may also be interested in
		you might also like
		read more
		read also
		see also
		also read
		also in this section
		editors picks
		editors pick
		editors choice
		top stories
		sponsored content
		sponsored
		promoted content
		from the web
		around the web
		associated links
		disclaimer
		author
		authors
		about the author
		about the authors
		suggested topics
		previous article
		next article
		articles liees
		a lire aussi
		sur le meme sujet
		lire aussi
		zum thema
		weitere informationen
		das konnte sie auch interessieren
		noticias relacionadas
		lea tambien
		관련기사
		相关新闻
		相关链接
		関連リンク`)
	add(w, sign{Furniture, "after-the-text", likely}, `
		photos
		photo
		photo gallery
		read next
		up next
		keep reading
		tags
		tag
		topics
		keywords
		attachments
		attachment
		attached files
		quick links
		useful links
		external links
		comments
		no comments
		post a comment
		leave a comment
		leave a reply
		add a comment
		comments are closed
		share this
		share this page
		share this article
		share this story
		share this news
		share via
		share on
		share with
		follow us
		follow us on
		stay connected
		subscribe
		newsletter
		newsletters
		sign up
		primary country
		report details
		explore the topic
		site map
		sitemap
		about us
		contact us
		suggest to a friend
		partager
		compartir
		첨부파일`)
	add(w, sign{Contact, "contact-heading", surely}, `
		contact
		contacts
		contact information
		contact details
		media contact
		media contacts
		press contact
		press contacts
		media enquiries
		media inquiries
		press enquiries
		press inquiries
		for media enquiries
		for media inquiries
		for more information
		for further information
		media relations
		media relations office
		press office
		contacto
		pressekontakt`)
	add(w, sign{Marker, "end-marker", surely}, `
		end
		ends
		enditem
		text ends
		end item
		endit
		30
		spa
		vns
		bt
		fin
		ende`)
	add(w, sign{Marker, "marker", goesOn}, `
		end text
		begin text
		end of text
		begin transcript
		end transcript
		full text`)
	add(w, sign{Note, "note", goesOn}, `
		unofficial translation
		unofficial translation from korean
		courtesy translation
		informal translation
		check against delivery
		as delivered
		as prepared for delivery
		the russian text prevails
		for reference only the russian text prevails
		for reference only
		provisional translation
		tentative translation
		translation
		original text
		non official translation
		unofficial english translation`)
	add(w, sign{Label, "section-label", goesOn}, `
		immediate release
		for immediate release
		press release
		news release
		media release
		news story
		readout
		readouts
		statement
		statements
		official news
		briefing room
		government
		speeches
		oral statement to parliament
		written statement to parliament
		authored article
		press corner
		daily news
		statements and releases
		presidential actions
		news national international opinion`)
	add(w, sign{DateLine, "date-label", goesOn}, `
		date
		posted
		posted on
		published
		published on
		publication date
		originally published
		date of publication
		release date
		updated
		updated on
		last updated
		last modified
		date published
		issued
		issued on
		date posted
		작성일
		등록일
		date de publication
		fecha
		datum`)

	add(o, sign{Furniture, "page-line", goesOn}, `
		skip to
		was this page
		is this page useful
		did you find
		this was published under
		we use cookies
		this website uses cookies
		this site uses cookies
		by using this site
		by continuing
		please enable
		javascript
		you need to enable javascript
		your browser
		save articles to read later
		get the latest
		sign up for
		sign up to
		subscribe to
		subscribe now
		follow us on
		an official website of
		heres how you know
		you have read
		enjoying this article
		receive essential
		click here
		listen to this
		download the
		hit
		hits
		views
		view count
		data source
		page language
		reading time
		audio report
		advertisement
		scroll to
		why you can trust
		official websites use
		a gov website belongs
		secure gov websites
		a lock
		share sensitive information
		read time
		estimated reading time
		min read
		add us on
		share on
		share this
		increase font
		decrease font
		print this
		email this
		scan the
		download our app
		category
		categories
		posted in
		filed under
		release id
		read this release in
		read more
		read also
		also read
		see also
		related
		join our
		cookies on
		you are here
		to main content
		go to
		show more
		visitor counter
		reading`)
	add(o, sign{Furniture, "after-the-text", surely}, `
		related topics
		related links
		related articles
		related stories
		related news
		related information
		suggested topics
		suggest to a friend
		most viewed
		most popular
		most read
		most recent
		more from
		more news
		more stories
		other news in
		read more on
		read more about
		explore the topic
		recommended for
		disclaimer
		primary country
		report details`)
	add(o, sign{Furniture, "after-the-text", likely}, `
		tags
		keywords
		our standards
		back to
		copyright
		all rights reserved
		report a problem
		found a mistake
		search the biographies
		main page
		page last updated
		contact the webmaster
		contact us
		post a comment
		no comments
		share
		follow
		get the
		subscribe to our
		sign up via
		national informatics centre
		accessibility
		print the complete page
		articles by
		link to the original
		original link
		permalink
		tous droits reserves
		mots cles
		schlagworte
		etiquetas
		site map
		privacy`)
	add(o, sign{Contact, "contact", goesOn}, `
		for inquiries
		for enquiries
		inquiries
		enquiries
		for more information
		for further information
		for additional information
		for more details
		for further details
		for media inquiries
		for media enquiries
		for press inquiries
		for press enquiries
		media contact
		press contact
		media enquiries
		media inquiries
		tel
		telephone
		phone
		trunkline
		fax
		e mail
		email
		hotline
		please direct comments
		contact person
		contact email`)
	add(o, sign{Note, "note", goesOn}, `
		unofficial translation
		courtesy translation
		informal translation
		provisional translation
		for reference only
		note this is an unofficial
		for information media
		not an official record
		this is a provisional translation
		this is an unofficial translation
		translated from
		editors note
		editor note
		translation from`)
	add(o, sign{Caption, "caption", goesOn}, `
		photo
		photos
		image
		picture
		pictured
		photo by
		photo credit
		photo caption
		image source
		image caption
		image caption
		file photo
		in this photo
		caption
		photograph
		foto`)
	add(o, sign{Byline, "byline", goesOn}, `
		by
		written by
		text by
		story by
		words by
		writer
		reported by
		reporting by
		editing by
		additional reporting by
		compiled by
		edited by
		editor
		editors
		author
		authors
		from
		issued by
		released by
		delivered by
		source
		wam staff writer
		correspondent`)
	add(o, sign{DateLine, "date-label", goesOn}, `
		published
		posted
		updated
		last updated
		last update
		last modified
		publication date
		publish date
		release date
		date
		issued on
		modified`)
	return w, o
}()

// longestOpening is the largest number of words of a known opening.
var longestOpening = func() int {
	n := 0
	for k := range opening {
		n = max(n, strings.Count(k, " ")+1)
	}
	return n
}()
