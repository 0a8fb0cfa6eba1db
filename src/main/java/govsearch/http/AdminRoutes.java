package govsearch.http;

import govsearch.library.FileRecord;
import govsearch.library.Intake;
import govsearch.library.Intake.Receipt;
import govsearch.library.IntakeRefusedException;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/** {@code POST reports} and {@code DELETE reports/{id}}, for those who know the token. */
final class AdminRoutes {

  /** The longest file that is taken, with a little room for what encloses it. */
  static final int MOST_MEBIBYTES = 64;

  /** In a minute; those that are refused count too, so that no token is found by trying. */
  private static final int MOST_PER_MINUTE = 60;

  private static final Set<String> UPLOAD = Set.of("path", "keep", "replace");
  private static final String BEARER = "Bearer ";

  private final Intake intake;
  private final byte[] token;
  private final RateLimit limit = new RateLimit(MOST_PER_MINUTE, System::nanoTime);

  AdminRoutes(Server.Admin admin) {
    this.intake = admin.intake();
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
    Parameters parameters = Parameters.of(context, UPLOAD);
    boolean keep = parameters.isTrue("keep", true);
    boolean replace = parameters.isTrue("replace", false);
    UploadedFile file = onlyFile(context);
    String path = parameters.text("path", file.filename());
    byte[] bytes;
    try (InputStream content = file.content()) {
      bytes = content.readAllBytes();
    }
    Receipt receipt = keep ? intake.add(path, bytes, replace) : intake.preview(path, bytes);
    context
        .status(keep ? 201 : 200)
        .json(
            new Answer(
                keep,
                receipt.reports().stream().map(ReportViews.Whole::of).toList(),
                receipt.skipped(),
                receipt.notes()));
  }

  void delete(Context context) {
    admit(context);
    Parameters.of(context, Set.of());
    intake.remove(context.pathParam("id"));
    context.status(204);
  }

  private static UploadedFile onlyFile(Context context) {
    List<UploadedFile> files = context.isMultipartFormData() ? context.uploadedFiles() : List.of();
    if (files.size() != 1) {
      throw ProblemException.badRequest(
          "没有文件", "请以 multipart/form-data 上传一个文件，如 curl -F file=@报告.txt；收到 " + files.size() + " 个");
    }
    return files.getFirst();
  }

  private void admit(Context context) {
    if (!limit.take()) {
      context.header("Retry-After", "60");
      throw ProblemException.of(429, "请求太多", "上传和删除每分钟最多 " + MOST_PER_MINUTE + " 次，请稍后再试");
    }
    String given = context.header("Authorization");
    boolean isRight =
        given != null
            && given.startsWith(BEARER)
            && MessageDigest.isEqual(digest(given.substring(BEARER.length()).strip()), token);
    if (!isRight) {
      context.header("WWW-Authenticate", "Bearer");
      throw ProblemException.of(
          401, "没有权限", "上传和删除需要管理口令：请求头 Authorization: Bearer 口令，口令是启动服务时 --admin-token 给的");
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
      case UNREADABLE -> Problem.of(422, "收不了这个文件", detail, null);
      case EXISTS -> Problem.of(409, "已有这个文件", detail, null);
      case UNKNOWN -> Problem.of(404, "没有找到", detail, null);
      case NOT_UPLOADED -> Problem.of(409, "不能删除", detail, null);
      case BUSY -> Problem.of(503, "暂时不能更新", detail, null);
    };
  }
}
