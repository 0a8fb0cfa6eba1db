package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.export.TableFormat;
import govsearch.insight.batch.Batch;
import govsearch.insight.batch.BatchLine;
import govsearch.insight.batch.BatchMode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST batch}: a list of phrases in, a row for each out. */
final class BatchRoutes {

  private static final Set<String> ALLOWED =
      Set.of("mode", "format", "region", "town", "year", "section");

  /** A thousand lines of a thousand characters of three bytes, and some more. */
  static final int MOST_BYTES = 4 << 20;

  static final String TOO_LARGE = "正文最多 " + (MOST_BYTES >> 20) + " MB，请分成几批";

  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Answers may be JSON too, which is no table's format. */
  private enum Format {
    JSON,
    CSV,
    XLSX,
    JSONL;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Batch batch;

  BatchRoutes(SearchEngine engine) {
    batch = new Batch(engine, TIME_LIMIT);
  }

  void batch(Context context) throws IOException {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    BatchMode mode =
        parameters.choice("mode", BatchMode.values(), BatchMode::code, BatchMode.PHRASE);
    Format format = parameters.choice("format", Format.values(), Format::code, Format.JSON);
    List<BatchLine> lines = lines(context);
    if (lines.isEmpty()) {
      throw ProblemException.badRequest("没有短语", "请在请求正文里每行写一个短语，或发 JSON 数组");
    }
    if (lines.size() > Batch.MOST_LINES) {
      throw ProblemException.tooLarge(
          "一次最多 " + Batch.MOST_LINES + " 个短语，收到 " + lines.size() + " 个，请分成几批");
    }
    var rows = batch.rows(lines, mode, parameters.filters());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    BatchView view = BatchView.of(rows, millis);
    if (format == Format.JSON) {
      context.json(view);
    } else {
      Download.answer(
          context,
          TableFormat.valueOf(format.name()),
          BatchView.COLUMNS,
          "短语统计",
          out -> {
            out.begin();
            view.rows().forEach(row -> out.row(row.cells()));
          });
    }
  }

  private static List<BatchLine> lines(Context context) throws IOException {
    String media = RequestBody.mediaType(context);
    String body = RequestBody.text(context, MOST_BYTES, TOO_LARGE);
    return switch (media) {
      case "", "text/plain" -> BatchLine.of(body);
      case "application/json" -> BatchLine.of(list(body));
      default ->
          throw ProblemException.unsupported(
              "正文应是 text/plain（每行一个短语）或 application/json（字符串数组），收到的是 " + Problem.shortened(media));
    };
  }

  private static List<String> list(String body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JacksonException e) {
      throw ProblemException.badRequest("正文有误", "正文不是有效的 JSON");
    }
    if (!root.isArray() || !root.valueStream().allMatch(JsonNode::isString)) {
      throw ProblemException.badRequest("正文有误", "JSON 应是字符串的数组，如 [\"法律明白人\", \"网格员\"]");
    }
    List<String> texts = new ArrayList<>(root.size());
    root.values().forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
