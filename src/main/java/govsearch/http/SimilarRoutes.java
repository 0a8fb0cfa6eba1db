package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.query.SimilarRequest;
import govsearch.query.SimilarRequest.Asked;
import govsearch.text.Literal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET paragraphs/{id}/similar} and {@code POST similar}. */
final class SimilarRoutes {

  private static final Set<String> OF_TEXT =
      Set.of("region", "town", "year", "section", "size", "thesaurus", "effect");
  private static final Set<String> OF_PARAGRAPH =
      Set.of("statement", "region", "town", "year", "section", "size", "thesaurus", "effect");

  /** A text of the longest kind with every character escaped, and some more. */
  static final int MOST_BYTES = 160 << 10;

  static final String TOO_LARGE = "文字最多 " + SimilarRequest.MAX_TEXT_LENGTH + " 字，请缩短";

  private static final int MOST_TOWNS = 50;
  private static final int DEFAULT_TOWNS = 10;
  private static final int MOST_STATEMENTS = 999;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SimilarPages pages;

  SimilarRoutes(SearchEngine engine) {
    this.pages = new SimilarPages(engine);
  }

  void paragraph(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, OF_PARAGRAPH);
    CopyRoutes.Id id = CopyRoutes.Id.of(context);
    int statement =
        parameters.text("statement").isEmpty()
            ? 0
            : parameters.integer("statement", 1, MOST_STATEMENTS, 1);
    Asked asked =
        new Asked.Paragraph(id.report(), id.paragraph(), statement == 0 ? null : statement);
    answer(context, asked, parameters, start);
  }

  void text(Context context) throws IOException {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, OF_TEXT);
    answer(context, new Asked.Text(askedText(context)), parameters, start);
  }

  private void answer(Context context, Asked asked, Parameters parameters, long start) {
    SimilarRequest request =
        new SimilarRequest(
            asked,
            parameters.filters(),
            parameters.integer("size", 1, MOST_TOWNS, DEFAULT_TOWNS),
            parameters.isTrue("thesaurus", true));
    SimilarPages.Page page =
        pages
            .of(request, parameters.isTrue("effect", false))
            .orElseThrow(() -> ProblemException.notFound("没有这一段或这一条，原文可能已更新"));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    context.json(SimilarView.of(page, millis));
  }

  private static String askedText(Context context) throws IOException {
    if (!RequestBody.mediaType(context).equals("application/json")) {
      throw ProblemException.unsupported("正文应是 application/json，如 {\"text\": \"网格员流动快\"}");
    }
    JsonNode root;
    try {
      root = JSON.readTree(RequestBody.text(context, MOST_BYTES, TOO_LARGE));
    } catch (JacksonException e) {
      throw ProblemException.badRequest("正文有误", "正文不是有效的 JSON");
    }
    JsonNode text = root.get("text");
    if (!root.isObject() || root.size() != 1 || text == null || !text.isString()) {
      throw ProblemException.badRequest("正文有误", "JSON 应是只有 text 的对象，如 {\"text\": \"网格员流动快\"}");
    }
    String asked = text.asString();
    if (asked.length() > SimilarRequest.MAX_TEXT_LENGTH) {
      throw ProblemException.tooLarge(TOO_LARGE);
    }
    if (Literal.literal(asked).isEmpty()) {
      throw ProblemException.badRequest("没有文字", "请在 text 里写要找相似说法的文字");
    }
    return asked;
  }
}
