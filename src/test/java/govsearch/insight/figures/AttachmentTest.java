package govsearch.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.text.Literal;
import govsearch.text.Quantities;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "选出58名“带头人”的名册                    | 带头人   | 58名",
        "选出58名乡村“带头人”                      | 带头人   | 58名",
        "全镇有“带头人”63名，法律顾问5名           | 带头人   | 63名",
        "组织63名带头人参训2次                     | 带头人   | 63名",
        "开展带头人培训3场次                       | 带头人   | 3场次",
        "实施“带头人”培育计划，选拔骨干18名，办班3期 | 带头人   | 18名",
        "实施“带头人”培育计划。选拔骨干18名        | 带头人   | -",
        "发挥带头人作用，化解争执19件              | 带头人   | -",
        "化解争执19起，成功率95%，群众满意率达99%  | 争执     | 19起 95% 99%",
        "化解争执19起，培训5次，知晓率95%          | 争执     | 19起",
        "“带头人”由58名增加到63名                  | 带头人   | 58名→63名",
        "34个村，带头人不足                        | 带头人   | -",
        "12个村配备了带头人                        | 带头人   | -",
        "带头人1,260名                             | 带头人   | 1,260名",
        "受理信访事项，办结40件                    | 信访事项 | 40件",
      })
  void givesAPhraseItsOwnFiguresAndNoOthers(String text, String phrase, String expected) {
    var attachment = new Attachment(text, Quantities.of(text));
    var at = Literal.of(text).occurrences(Literal.literal(phrase)).getFirst();
    String found =
        attachment.of(at).stream()
            .map(attached -> shown(attached, text))
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  private static String shown(Attached attached, String text) {
    String before = attached.before() == null ? "" : attached.before().at().of(text) + "→";
    return before + attached.quantity().at().of(text);
  }
}
