package document

import (
	"testing"

	"readout/internal/source"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "The two ministers agreed that they would meet again in the autumn and keep in touch."},
		{"fr", "Le ministre s'est entretenu avec son homologue sur la situation dans la région et les relations entre les deux pays."},
		{"de", "Die Ministerin hat heute mit ihrem Amtskollegen über die Lage in der Region und die Beziehungen der beiden Länder gesprochen."},
		{"es", "El ministro conversó con su homólogo sobre la situación en la región y las relaciones entre los dos países."},
		{"pt", "O ministro conversou com o seu homólogo sobre a situação na região e as relações entre os dois países."},
		{"it", "Il ministro ha parlato con il suo omologo della situazione nella regione e delle relazioni tra i due paesi."},
		{"nl", "De minister sprak met zijn ambtgenoot over de situatie in de regio en de betrekkingen tussen beide landen."},
		{"sv", "Ministern talade med sin kollega om läget i regionen och om förbindelserna mellan de två länderna, som är goda."},
		{"pl", "Minister rozmawiał z kolegą o sytuacji w regionie oraz o stosunkach, które są dobre, i nie jest to nowe."},
		{"tr", "Bakan, bölgedeki durum ve iki ülke arasında daha sonra yapılan görüşmeler için mevkidaşı ile bir araya geldi."},
		{"id", "Menteri Luar Negeri berbicara dengan rekannya dan kedua pihak sepakat bahwa hubungan akan terus dijaga untuk kawasan ini."},
		{"vi", "Bộ trưởng Ngoại giao đã có cuộc điện đàm với người đồng cấp về quan hệ hai nước và tình hình khu vực."},
		{"ru", "Министр обсудил с коллегой положение в регионе и отношения между двумя странами, которые высоко ценят это."},
		{"uk", "Міністр обговорив з колегою становище в регіоні та відносини між двома країнами, які є добрими і тривалими."},
		{"zh", "外交部长同对方就地区局势和两国关系交换了意见。双方同意保持沟通。"},
		{"ja", "外務大臣は相手国の大臣と会談を行い、地域の情勢と二国間関係について意見を交換しました。"},
		{"ko", "외교부 장관은 상대국 장관과 전화 통화를 갖고 지역 정세와 양국 관계에 대해 의견을 교환하였다."},
		{"ar", "بحث الوزير مع نظيره الأوضاع في المنطقة والعلاقات بين البلدين."},
		{"fa", "وزیر امور خارجه درباره اوضاع منطقه و روابط دو کشور گفت\u200cوگو کرد و بر پیگیری آن تأکید کرد."},
		{"el", "Ο υπουργός συζήτησε με τον ομόλογό του την κατάσταση στην περιοχή."},
		{"und", "12 34"},
	} {
		src, err := source.Decode("a.txt", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		d := Cut(src, Signs{})[0]
		if got, share := d.Language(); got != c.want || got != "und" && share < 0.5 {
			t.Errorf("%q: %s %.2f, want %s", c.text, got, share, c.want)
		}
	}
}
