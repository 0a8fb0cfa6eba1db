package govsearch.engine.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Heading;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import govsearch.text.Range;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class StoredParagraphTest {

  /** Chinese, ASCII, a sign of two units, halves of such a sign, none at all. */
  private static final List<String> SIGNS =
      List.of("法", "治", "，", "a", "7", "\uD840\uDC0B", "\uD840", "\uDC0B", "\0", "\uFFFF");

  private static Paragraph paragraph(String id, int ordinal, String text) {
    return new Paragraph(
        id,
        ordinal,
        ParagraphKind.BODY,
        text,
        new Heading(2, text + "标"),
        List.of("一、" + text, ""),
        Section.PROBLEMS,
        List.of(new Range(0, text.length())));
  }

  private static BytesRef moved(BytesRef bytes) {
    byte[] wider = new byte[bytes.length + 3];
    System.arraycopy(bytes.bytes, bytes.offset, wider, 3, bytes.length);
    return new BytesRef(wider, 3, bytes.length);
  }

  @Test
  void everyTextComesBackAsItWas() {
    Random random = new Random(12);
    for (int round = 0; round < 500; round++) {
      String text =
          IntStream.range(0, random.nextInt(300))
              .mapToObj(i -> SIGNS.get(random.nextInt(SIGNS.size())))
              .collect(Collectors.joining());
      String id = Ids.paragraphIds(List.of(text)).getFirst();
      Paragraph paragraph = paragraph(id, 1 + random.nextInt(100_000), text);
      BytesRef bytes = StoredParagraph.write(paragraph);
      assertThat(StoredParagraph.read(moved(bytes))).isEqualTo(paragraph);
      assertThat(StoredParagraph.beginning(BytesRef.deepCopyOf(bytes).bytes))
          .isEqualTo(
              new StoredParagraph.Beginning(id, paragraph.ordinal(), Section.PROBLEMS, text));
    }
  }

  @Test
  void everyIdComesBackAsItWas() {
    for (String id :
        List.of(
            "aaaaaaaa",
            "77777777",
            "a7a7a7a7-2",
            "22irehdh-999999",
            "22irehdh-02",
            "22irehdh-1",
            "p1",
            "")) {
      Paragraph paragraph = paragraph(id, 1, "正文");
      assertThat(StoredParagraph.read(StoredParagraph.write(paragraph)).id()).isEqualTo(id);
    }
  }

  @Test
  void aHanCharacterTakesTwoBytesAndAnIdFive() {
    Paragraph short1 =
        new Paragraph(
            "aaaaaaaa", 1, ParagraphKind.BODY, "法", null, List.of(), Section.PROBLEMS, List.of());
    Paragraph short2 =
        new Paragraph(
            "77777777", 1, ParagraphKind.BODY, "法治", null, List.of(), Section.PROBLEMS, List.of());
    int one = StoredParagraph.write(short1).length;
    assertThat(one).isEqualTo(1 + 5 + 1 + 1 + 1 + 1 + 2 + 1 + 1 + 1);
    assertThat(StoredParagraph.write(short2).length - one).isEqualTo(2);
  }

  /** A rebuild takes earlier texts over from it. */
  @Test
  void whatAProgramOfFormat11StoredIsReadAsWell() throws IOException {
    for (String id : List.of("22irehdh", "22irehdh-2", "22irehdh-999999")) {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      out.writeString(id);
      out.writeVInt(7);
      out.writeByte((byte) List.of(ParagraphKind.values()).indexOf(ParagraphKind.BODY));
      out.writeByte((byte) List.of(Section.values()).indexOf(Section.PROBLEMS));
      out.writeString("\uD840\uDC0B正文");
      out.writeVInt(2);
      out.writeString("正文标");
      out.writeVInt(1);
      out.writeString("一、正文");
      out.writeVInt(0);
      assertThat(StoredParagraph.read(new BytesRef(out.toArrayCopy())))
          .isEqualTo(
              new Paragraph(
                  id,
                  7,
                  ParagraphKind.BODY,
                  "\uD840\uDC0B正文",
                  new Heading(2, "正文标"),
                  List.of("一、正文"),
                  Section.PROBLEMS,
                  List.of()));
    }
  }
}
