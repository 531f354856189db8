package document

// opening are beginnings of lines, folded. How much must stand behind them, opens tells; later lists win.
var opening = known([]phrases{
	{sign{Furniture, "page-line", goesOn}, `skip to; was this page; is this page useful; did you find; this was published under; we use cookies; this
		website uses cookies; this site uses cookies; by using this site; by continuing; please enable; javascript; you
		need to enable javascript; your browser; save articles to read later; get the latest; sign up for; sign up to;
		subscribe to; subscribe now; follow us on; an official website of; heres how you know; you have read; enjoying
		this article; receive essential; click here; listen to this; download the; hit; hits; views; view count; data
		source; page language; reading time; audio report; advertisement; scroll to; why you can trust; official
		websites use; a gov website belongs; secure gov websites; a lock; share sensitive information; read time;
		estimated reading time; min read; add us on; share on; share this; increase font; decrease font; print this;
		scan the; download our app; category; categories; you are in; posted in; filed under; release id; read this
		release in; read more; read also; also read; see also; related; join our; cookies on; you are here; to main
		content; go to; show more; visitor counter; reading`},
	{sign{Furniture, "after-the-text", surely}, `related topics; related links; related articles; related stories; related news; related information; suggested
		topics; suggest to a friend; most viewed; most popular; most read; most recent; more from; other stories in; other articles in; also in this; more in this; in the same section; more news; more
		stories; other news in; read more on; read more about; explore the topic; recommended for; disclaimer; primary
		country; report details`},
	{sign{Furniture, "after-the-text", likely}, `tags; keywords; our standards; back to; copyright; all rights reserved; report a problem; found a mistake;
		search the biographies; main page; page last updated; contact the webmaster; contact us; post a comment; no
		comments; share; follow; get the; subscribe to our; sign up via; national informatics centre; accessibility;
		print the complete page; printer friendly; printable version; printer version; return to the; return to index; return to
		previous; return to home; return to main; return to top; return to state; go back; email this; e mail this; send this; print this
		story; print this article; print this page; email to friend; comments to; articles by; link to the original; original link; permalink; tous droits reserves; mots
		cles; schlagworte; etiquetas; site map; privacy`},
	{sign{Contact, "contact", goesOn}, `for inquiries; for enquiries; inquiries; enquiries; for more information; for further information; for
		additional information; for more details; for further details; for media inquiries; for media enquiries; for
		press inquiries; for press enquiries; media contact; press contact; media enquiries; media inquiries; tel;
		telephone; phone; trunkline; fax; e mail; email; hotline; please direct comments; contact person; contact email`},
	{sign{Note, "note", goesOn}, `unofficial translation; courtesy translation; informal translation; provisional translation; for reference only;
		note this is an unofficial; for information media; not an official record; this is a provisional translation;
		this is an unofficial translation; translated from; editors note; editor note; translation from`},
	{sign{Caption, "caption", goesOn}, `photo; photos; image; picture; pictured; photo by; photo credit; photo caption; image source; image caption;
		file photo; in this photo; caption; photograph; foto`},
	{sign{Byline, "byline", goesOn}, `by; written by; text by; story by; words by; writer; reported by; reporting by; editing by; additional reporting
		by; compiled by; edited by; editor; editors; author; authors; from; issued by; released by; delivered by;
		source; wam staff writer; correspondent`},
	{sign{DateLine, "date-label", goesOn}, `published; posted; updated; last updated; last update; last modified; publication date; publish date; release
		date; date; issued on; modified`},
})
