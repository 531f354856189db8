package lexicon

// benchText is a release of usual length.
const benchText = `바로가기 메뉴
본문 바로가기
주메뉴 바로가기
검색창 열기

Press Releases

Outcome of ROK-US Foreign Ministers’ Telephone Conversation


1. On June 18, Foreign Minister Kang Kyung-wha held a telephone conversation with Secretary of State Mike Pompeo of the US, during which the two top diplomats shared with each other developments in the situation on the Korean Peninsula in the wake of the US-North Korea summit talks held on June 12, and discussed in depth possible next steps.


The Minister and the Secretary, having talked to each other over the phone around the time of the US-North Korea summit meeting on June 12, held another telephone conference merely four days after the latter’s visit to the Republic of Korea on June 13 and 14.


° Secretary Pompeo explained in detail the progress in the US preparations for follow-up bilateral consultations with North Korea. Meanwhile, Minister Kang shared with the Secretary the outcome of the high-level inter-Korean military talks on June 14; the progress in the work to open an inter-Korean joint liaison office and in sectoral meetings; and other developments in the inter-Korean relations.


° In particular, the two top diplomats discussed the initiative and strategies for thoroughly implementing the Panmunjeom Declaration and joint declaration adopted at the US-North Korean summit meeting and thereby achieving a complete denuclearization and a lasting peace on the Korean Peninsula. They agreed to prepare, in water-tight coordination between the ROK and the US, for follow-up negotiations between the US and North Korea.


2. With regard to the US plan to reinstate sanctions against Iran in the wake of the US withdrawal from the Joint Comprehensive Plan of Action (JCPOA), or the Iran nuclear deal, Minister Kang asked for the US cooperation on the ROK’s efforts to be exempted from those sanctions in a bid to minimize damage to Korean companies therefrom. Secretary Pompeo suggested that the ROK and US governments consult closely with each other on this issue.


3. The Minister and the Secretary, taking note of close communication and coordination between the top diplomats of the US and North Korea around the time of the bilateral summit talks, agreed to hold close consultations at various levels to follow up on their telephone conference and set more specific joint strategies.



* unofficial translation`
