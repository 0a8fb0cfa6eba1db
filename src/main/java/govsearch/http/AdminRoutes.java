package govsearch.http;

import govsearch.library.Correctable;
import govsearch.library.FileRecord;
import govsearch.library.Intake;
import govsearch.library.Intake.Receipt;
import govsearch.library.IntakeRefusedException;
import govsearch.report.Report;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST reports}, {@code PATCH} and {@code DELETE reports/{id}}, for who knows the token. */
final class AdminRoutes {

  /** The longest file that is taken, with a little room for what encloses it. */
  static final int MOST_MEBIBYTES = 64;

  private static final String TOO_LARGE = "一个文件最多 " + MOST_MEBIBYTES + " MB，请分成几个";

  /** From one address, of one who knows the token. */
  private static final int MOST_PER_MINUTE = 60;

  /**
   * From one address. A token is no word that could be guessed: it is for the log and the cores.
   */
  private static final int MOST_WRONG_PER_MINUTE = 10;

  private static final Set<String> UPLOAD = upload("path", "keep", "replace");
  private static final int MOST_CORRECTION_BYTES = 16 << 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BEARER = "Bearer ";

  private final Intake intake;
  private final Function<Report, ReportViews.Whole> view;
  private final byte[] token;
  private final AddressLimits changes = new AddressLimits(MOST_PER_MINUTE, System::nanoTime);
  private final AddressLimits wrongTokens =
      new AddressLimits(MOST_WRONG_PER_MINUTE, System::nanoTime);

  /**
   * @param view shows a report of the collection
   */
  AdminRoutes(ServerSettings.Admin admin, Function<Report, ReportViews.Whole> view) {
    this.intake = admin.intake();
    this.view = view;
    this.token = digest(admin.token());
  }

  /**
   * What an upload answers.
   *
   * @param kept false for a preview
   */
  record Answer(
      boolean kept,
      List<ReportViews.Whole> reports,
      List<FileRecord.Skipped> skipped,
      List<String> notes) {}

  void upload(Context context) throws IOException {
    admit(context);
    RequestBody.refuseIfLonger(context, (MOST_MEBIBYTES + 1L) << 20, TOO_LARGE);
    Parameters parameters = Parameters.of(context, UPLOAD);
    boolean keep = parameters.isTrue("keep", true);
    boolean replace = parameters.isTrue("replace", false);
    UploadedFile file = onlyFile(context);
    String path = parameters.text("path", file.filename());
    Map<Correctable, String> said = said(parameters);
    byte[] bytes;
    try (InputStream content = file.content()) {
      bytes = content.readAllBytes();
    }
    Receipt receipt =
        keep ? intake.add(path, bytes, replace, said) : intake.preview(path, bytes, said);
    context
        .status(keep ? 201 : 200)
        .json(
            new Answer(
                keep,
                receipt.reports().stream().map(ReportViews.Whole::of).toList(),
                receipt.skipped(),
                receipt.notes()));
  }

  private static Set<String> upload(String... own) {
    Set<String> names = new HashSet<>(List.of(own));
    for (Correctable what : Correctable.values()) {
      names.add(what.code());
    }
    return Set.copyOf(names);
  }

  /** What is said with a file over what is read of it. */
  private static Map<Correctable, String> said(Parameters parameters) {
    Map<Correctable, String> said = new EnumMap<>(Correctable.class);
    for (Correctable what : Correctable.values()) {
      String value = parameters.text(what.code()).strip();
      if (!value.isEmpty()) {
        said.put(what, value);
      }
    }
    return said;
  }

  void correct(Context context) {
    admit(context);
    Parameters.of(context, Set.of());
    Map<Correctable, String> said = corrections(context);
    context.json(view.apply(intake.correct(context.pathParam("id"), said)));
  }

  private static Map<Correctable, String> corrections(Context context) {
    if (!RequestBody.mediaType(context).equals("application/json")) {
      throw ProblemException.unsupported("正文应是 application/json，如 {\"year\": 2024}");
    }
    JsonNode root;
    try {
      root = JSON.readTree(RequestBody.text(context, MOST_CORRECTION_BYTES, "更正的内容太长"));
    } catch (JacksonException e) {
      throw ProblemException.badRequest("正文有误", "正文不是有效的 JSON");
    }
    Map<Correctable, String> said = new EnumMap<>(Correctable.class);
    if (root.isObject()) {
      root.properties()
          .forEach(
              entry ->
                  Correctable.of(entry.getKey())
                      .ifPresent(what -> said.put(what, value(entry.getValue()))));
    }
    if (said.isEmpty() || said.size() < root.size()) {
      throw ProblemException.badRequest(
          "正文有误",
          "JSON 应是只有这些项的对象，至少一项："
              + Arrays.stream(Correctable.values())
                  .map(Correctable::code)
                  .collect(Collectors.joining("、")));
    }
    return said;
  }

  private static String value(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.isString() || value.isIntegralNumber()) {
      return value.asString();
    }
    throw ProblemException.badRequest("正文有误", "各项应是文字；年度也可以是数；null 是撤销更正");
  }

  void delete(Context context) {
    admit(context);
    Parameters.of(context, Set.of());
    intake.remove(context.pathParam("id"));
    context.status(204);
  }

  private static UploadedFile onlyFile(Context context) {
    List<UploadedFile> files =
        context.isMultipartFormData() ? RequestBody.read(context::uploadedFiles) : List.of();
    if (files.size() != 1) {
      throw ProblemException.badRequest(
          "没有文件", "请以 multipart/form-data 上传一个文件，如 curl -F file=@报告.txt；收到 " + files.size() + " 个");
    }
    if (files.getFirst().size() > (long) MOST_MEBIBYTES << 20) {
      throw ProblemException.tooLarge(TOO_LARGE);
    }
    return files.getFirst();
  }

  /**
   * Lets those pass who know the token. It is looked at first: what others try, from here or from
   * elsewhere, keeps nobody out who does.
   */
  private void admit(Context context) {
    String address = context.req().getRemoteAddr();
    String given = context.header("Authorization");
    if (given != null && isRight(given)) {
      refuseBeyond(changes, address, context, "上传、更正和删除每分钟最多 " + MOST_PER_MINUTE + " 次，请稍后再试");
      return;
    }
    if (given != null) {
      refuseBeyond(wrongTokens, address, context, "管理口令不对，而且错得太多；请核对启动服务时 --admin-token 给的口令，稍后再试");
    }
    context.header("WWW-Authenticate", "Bearer");
    throw ProblemException.of(
        401, "没有权限", "上传、更正和删除需要管理口令：请求头 Authorization: Bearer 口令，口令是启动服务时 --admin-token 给的");
  }

  private boolean isRight(String given) {
    return given.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(digest(given.substring(BEARER.length()).strip()), token);
  }

  private static void refuseBeyond(
      AddressLimits limits, String address, Context context, String detail) {
    long seconds = limits.take(address);
    if (seconds > 0) {
      context.header("Retry-After", Long.toString(seconds));
      throw ProblemException.of(429, "请求太多", detail);
    }
  }

  /** Of equal length whatever the token, so that comparing takes equal time. */
  private static byte[] digest(String token) {
    return govsearch.report.Ids.sha256(token.getBytes(StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The answer to what was not taken. */
  static Problem problem(IntakeRefusedException e) {
    String detail = String.valueOf(e.getMessage());
    return switch (e.why()) {
      case BAD_PATH -> Problem.of(400, "路径有误", detail, null);
      case BAD_VALUE -> Problem.of(400, "更正有误", detail, null);
      case UNREADABLE -> Problem.of(422, "收不了这个文件", detail, null);
      case EXISTS -> Problem.of(409, "已有这个文件", detail, null);
      case UNKNOWN -> Problem.of(404, "没有找到", detail, null);
      case NOT_UPLOADED -> Problem.of(409, "不能删除", detail, null);
      case BUSY -> Problem.of(503, "暂时不能更新", detail, null);
    };
  }
}
