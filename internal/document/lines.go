package document

// whole are lines of pages that are known by all their words, folded; later lists win.
var whole = known([]phrases{
	{sign{Furniture, "page-line", goesOn}, `link copied; copy link; copied; share; print; listen; skip to main content; skip to content; skip navigation;
		skip to navigation; home; menu; search; main menu; korean; english; japanese; advertisement; advertising;
		advertisements; back to top; top of page; list; screen size; countries information; page language english; ua
		en; en; kor; eng; read in app; hit; hits; views; format; source; report; language; original; translate; open in
		app; add to favorites; save; text size; font size; a a a; save article; get the latest; 바로가기 메뉴; 본문 바로가기; 주메뉴
		바로가기; 검색창 열기; 인쇄; 공유하기; 목록; 이전글; 다음글; 글자크기; 返回; 打印; 字号; 印刷; share page print page top of page; loading; play;
		image; video`},
	{sign{Furniture, "after-the-text", surely}, `related news; related articles; related article; related stories; related story; related links; related link;
		related resources; topic resources; department resources; resources; additional resources; related topics;
		related content; related information; related documents; related posts; related pages; related tags; related
		coverage; related reading; related; most viewed; most popular; most read; most recent; most recent stories; most
		shared; most viewed articles; trending; trending now; popular; popular news; popular stories; latest news;
		latest stories; latest updates; latest articles; more news; more stories; more articles; more on this topic;
		more on this story; more from headlines; more in this section; other news; other news in this section; other
		articles; other stories; recommended; recommended for you; recommended stories; recommended articles; you may
		also like; you may also be interested in; you might also like; read more; read also; see also; also read; also
		in this section; editors picks; editors pick; editors choice; top stories; sponsored content; sponsored;
		promoted content; from the web; around the web; associated links; disclaimer; author; authors; about the author;
		about the authors; suggested topics; previous article; next article; articles liees; a lire aussi; sur le meme
		sujet; lire aussi; zum thema; weitere informationen; das konnte sie auch interessieren; noticias relacionadas;
		lea tambien; 관련기사; 相关新闻; 相关链接; 関連リンク`},
	{sign{Furniture, "after-the-text", likely}, `photos; photo; photo gallery; read next; up next; keep reading; tags; tag; topics; keywords; attachments;
		attachment; attached files; quick links; useful links; external links; comments; no comments; post a comment;
		leave a comment; leave a reply; add a comment; comments are closed; share this; share this page; share this
		article; share this story; share this news; share via; share on; share with; follow us; follow us on; stay
		connected; subscribe; newsletter; newsletters; daily newsletter; weekly newsletter; our newsletters; sign up; primary country; report details; explore the topic; site
		map; sitemap; about us; contact us; suggest to a friend; partager; compartir; 첨부파일`},
	{sign{Contact, "contact-heading", surely}, `contact; contacts; contact information; contact details; media contact; media contacts; press contact; press
		contacts; media enquiries; media inquiries; press enquiries; press inquiries; for media enquiries; for media
		inquiries; for more information; for further information; media relations; media relations office; press office;
		contacto; pressekontakt`},
	{sign{Marker, "end-marker", surely}, `end; ends; enditem; text ends; end item; end of document; end of statement; end of release; end of message; end of article; end document; endit; 30; spa; vns; bt; fin; ende`},
	{sign{Marker, "marker", goesOn}, `end text; begin text; end of text; begin transcript; end transcript; full text`},
	{sign{Note, "note", goesOn}, `unofficial translation; unofficial translation from korean; courtesy translation; informal translation; check
		against delivery; as delivered; as prepared for delivery; the russian text prevails; for reference only the
		russian text prevails; for reference only; provisional translation; tentative translation; translation; original
		text; non official translation; unofficial english translation`},
	{sign{Label, "section-label", goesOn}, `immediate release; for immediate release; press release; news release; media release; news story; readout;
		readouts; statement; statements; official news; briefing room; government; speeches; oral statement to
		parliament; written statement to parliament; authored article; press corner; daily news; statements and
		releases; presidential actions; news national international opinion`},
	{sign{DateLine, "date-label", goesOn}, `date; posted; posted on; published; published on; publication date; originally published; date of publication;
		release date; updated; updated on; last updated; last modified; date published; issued; issued on; date posted;
		작성일; 등록일; date de publication; fecha; datum`},
})
