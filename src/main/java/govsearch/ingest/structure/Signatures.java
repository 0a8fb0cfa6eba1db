package govsearch.ingest.structure;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines that sign a document: its issuer, its date. */
public final class Signatures {

  private static final int LONGEST = 60;
  private static final String ISSUER =
      "[^，。；：:]{1,40}(人民政府|办事处|委员会|党委|党工委|政府|办公室|司法所|领导小组|镇|乡|街道|苏木)([（(][^）)]{1,10}[）)])?";
  private static final String NUMBER = "\\s*[0-9０-９〇零一二三四五六七八九十]{1,3}\\s*";
  private static final String DATE =
      "[（(]?(([0-9０-９]{4}|[二2][〇零0○ＯOoОΟ一二三四五六七八九]{3})\\s*年NUMBER月(NUMBER日)?|\\d{4}([-./])\\d{1,2}\\4\\d{1,2})[)）]?"
          .replace("NUMBER", NUMBER);

  private static final Pattern SPELT =
      Pattern.compile("(?:[\\p{IsHan}0-9][\\s\\p{Z}]{1,3}){3,40}[\\p{IsHan}0-9]");

  private static final Pattern LETTERHEAD =
      Pattern.compile("[^，。；：:《》]{2,40}(政府|委员会|党委|党工委|办事处|办公室|委)(文件|[(（]报告[)）]|门户网站|网站?)");

  private static final Pattern SIGNING_ISSUER = Pattern.compile(ISSUER);
  private static final Pattern SIGNING_DATE = Pattern.compile(DATE);
  private static final Pattern BOTH = Pattern.compile(ISSUER + "[\\s，,、]*" + DATE);

  /** 名词解释, 注释：: a glossary is attached as a list is. */
  private static final String GLOSSARY =
      "(《[^《》]{1,20}》|相关|有关|部分|文中|报告中?)?(专有)?(名词|术语|用语|指标)(术语)?(解释|注释|释义|说明)(和说明)?[:：]?|注释?[:：]|注释";

  /** 附件, 附件1：…, 附：…: what is attached stands behind the signature. */
  private static final Pattern ATTACHED =
      Pattern.compile("附\\s*(件|表|录)\\s*[0-9０-９一二三四五六七八九十]{0,2}\\s*([:：].*)?|附[:：].*|" + GLOSSARY);

  /** 以上报告，…; 特此报告。 These close the whole, not the last heading's text. */
  private static final Pattern CLOSING = Pattern.compile("(以上|特此|专此|此致|专题).{0,6}报告.{0,24}");

  private Signatures() {}

  /** 柳 湾 镇 人 民 政 府: what is set letter by letter, written as usual. */
  private static String spelt(String line) {
    return SPELT.matcher(line).matches() ? Lines.squeezed(line) : line;
  }

  /** Whether a line is an issuer's name, as a signature gives it. */
  public static boolean isIssuer(String line) {
    return line.length() <= LONGEST
        && SIGNING_ISSUER.matcher(spelt(line)).matches()
        && HeadingMark.of(line).isEmpty();
  }

  /** Whether a line heads a letter, or a page: 云湖县石桥镇人民政府文件, 云湖县人民政府门户网站. */
  public static boolean isLetterhead(String line) {
    return line.length() <= LONGEST && LETTERHEAD.matcher(line).matches();
  }

  /** Whether a line names what is attached, or heads it. */
  static boolean isAttachment(String line) {
    return line.length() <= LONGEST && ATTACHED.matcher(line).matches();
  }

  /** Whether a line ends the text: what comes behind it belongs to no section. */
  static boolean isClosing(String line) {
    return isAttachment(line) || (line.length() <= LONGEST && CLOSING.matcher(line).matches());
  }

  /** The lines of a text that sign it. */
  static BitSet find(List<String> text) {
    BitSet signed = new BitSet(text.size());
    for (int i = 1; i < text.size(); i++) {
      if (text.get(i).length() <= LONGEST && signsAt(text, i)) {
        signed.set(i);
        for (int before = i - 1; before > 0 && isIssuer(text.get(before)); before--) {
          signed.set(before);
        }
        if (i + 1 < text.size() && isIssuer(text.get(i + 1))) {
          signed.set(i + 1);
        }
      }
    }
    int last = text.size() - 1;
    if (last > 0 && signed.isEmpty() && isIssuer(text.get(last))) {
      signed.set(last);
    }
    return signed;
  }

  private static boolean signsAt(List<String> text, int index) {
    String line = text.get(index);
    if (BOTH.matcher(spelt(line)).matches()) {
      return true;
    }
    if (!SIGNING_DATE.matcher(spelt(line)).matches()) {
      return false;
    }
    // A date alone may be a cell of a table; at the end, or before what is attached, it is not.
    return index >= text.size() * 2 / 3
        || isIssuer(text.get(index - 1))
        || index + 1 < text.size()
            && (isIssuer(text.get(index + 1)) || isAttachment(text.get(index + 1)));
  }
}
