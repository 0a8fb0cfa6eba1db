package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

  @ParameterizedTest
  @CsvSource({
    "falvmingbairen, 法律明白人, 0, 5",
    "falvmingbai, 法律明白人, 0, 4",
    "flmbr, 法律明白人, 0, 5",
    "FaLv MingBai, 法律明白人, 0, 4",
    "fal mingb, 法律明白人, 0, 4",
    "fa'lv'ming'bai'ren, 法律明白人, 0, 5",
    "fǎlǜmíngbái, 法律明白人, 0, 4",
    "falumi, 法律明白人, 0, 3",
    "falyum, 法律明白人, 0, 3",
    "法律mbr, 法律明白人, 0, 5",
    "mbr, 法律明白人, 2, 5",
    "chongqing, 重庆路街道, 0, 2",
    "zhangle, 长乐镇, 0, 2",
    "changyue, 长乐镇, 0, 2",
    "hangzhou, 行洲乡, 0, 2",
    "chzh, 村志, 0, -1",
    "czh, 村志, 0, 2",
    "chzh, 城镇, 0, 2",
    "xian, 西安, 0, 2",
    "xian, 先进, 0, 1",
    "12345rx, 12345热线, 0, 7",
    "fgf, 深化“放管服”改革, 3, 6",
    "shfgf, 深化“放管服”改革, 0, 6",
    "flmbx, 法律明白人, 0, -1",
    "ming, 法律, 0, -1",
    "qiantan, 乾潭镇, 0, 2",
    "qtz, 乾潭镇, 0, 3",
    "gantan, 乾潭镇, 0, 2",
    "qianqiu, 干秋村, 0, 2",
  })
  void findsWhatIsTypedOfTheSound(String typed, String text, int start, int end) {
    var found = Pinyin.find(Pinyin.typed(typed), Literal.literal(text));
    if (end < 0) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(new Range(start, end));
    }
  }

  @Test
  void nothingTypedFindsNothing() {
    assertThat(Pinyin.find(Pinyin.typed(" ' "), "法律")).isEmpty();
  }

  @Test
  void tellsWhetherTextsSoundAlike() {
    assertThat(Pinyin.soundAlike("法律明白人", "发绿明白人")).isTrue();
    assertThat(Pinyin.soundAlike("法律明白人", "法律明拍人")).isFalse();
    assertThat(Pinyin.soundAlike("法律", "法律人")).isFalse();
    assertThat(Pinyin.soundAlike("律", "路")).isFalse();
  }

  /** ICU gives one reading of each character; ours must be among all of them. */
  @Test
  void knowsTheReadingThatIcuGives() {
    Transliterator latin = Transliterator.getInstance("Han-Latin; NFD; [[:Mn:]-[\u0308]] Remove");
    int different = 0;
    for (int character = 0x4E00; character <= 0x9FA5; character++) {
      String reading = latin.transliterate(Character.toString(character)).replace("u\u0308", "v");
      if (!Pinyin.readings(character).contains(reading)) {
        different++;
      }
    }
    assertThat(different).as("rare characters of which the data changed").isLessThan(100);
  }

  @Test
  void takesNoLongerForWhatNeverFits() {
    String text = "事实上是施氏食狮史".repeat(5);
    assertThat(Pinyin.find("s".repeat(44) + "x", text)).isEmpty();
    assertThat(Pinyin.find("sh".repeat(44) + "q", text)).isEmpty();
  }
}
