package govsearch.http;

import govsearch.text.Range;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem: what is wrong and what to do, in Chinese. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  static ProblemException of(Problem problem) {
    return new ProblemException(problem);
  }

  static ProblemException of(int status, String title, String detail) {
    return new ProblemException(Problem.of(status, title, detail, null));
  }

  static ProblemException badRequest(String title, String detail) {
    return new ProblemException(Problem.of(400, title, detail, null));
  }

  /**
   * A bad query.
   *
   * @param at where in the query
   */
  static ProblemException badQuery(String title, String detail, @Nullable Range at) {
    return new ProblemException(Problem.of(400, title, detail, at));
  }

  static ProblemException tooLarge(String detail) {
    return new ProblemException(Problem.of(413, "内容过多", detail, null));
  }

  static ProblemException unsupported(String detail) {
    return new ProblemException(Problem.of(415, "不支持的内容类型", detail, null));
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(Problem.of(404, "没有找到", detail, null));
  }
}
