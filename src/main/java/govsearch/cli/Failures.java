package govsearch.cli;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.InvalidCursorException;
import govsearch.engine.NotAnsweredException;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.http.FilterValues.InvalidFilterException;
import govsearch.ingest.manifest.UnusableManifestException;
import govsearch.ingest.places.UnusableDivisionsException;
import govsearch.ingest.sync.FolderMistakeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong: a person's mistakes in Chinese in one line, the program's whole. */
final class Failures {

  /** How Unix says so; Java has no exception of its own for it. */
  private static final String NO_SPACE = "No space left on device";

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private Failures() {}

  /** The command line cannot be read. */
  static int explain(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(Shown.text(reason(e)));
    err.println("用法见：./" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return Commands.MISUSE;
  }

  /** A command could not do what was asked for. */
  static int explain(Exception e, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    switch (e) {
      case UnusableIndexException unusable ->
          err.println(Shown.text(String.valueOf(unusable.getMessage())));
      case EngineUnavailableException away ->
          err.println(Shown.text(String.valueOf(away.getMessage())));
      case ClusterException cluster -> err.println(Shown.text(reason(cluster)));
      case NotAnsweredException not -> err.println(Shown.text(String.valueOf(not.getMessage())));
      case UnusableDivisionsException tables ->
          err.println(Shown.text(String.valueOf(tables.getMessage())));
      case UnusableManifestException manifest ->
          err.println(Shown.text(String.valueOf(manifest.getMessage())));
      case FolderMistakeException folders ->
          err.println(Shown.text(String.valueOf(folders.getMessage())));
      case UserMistakeException mistake ->
          err.println(Shown.text(String.valueOf(mistake.getMessage())));
      case InvalidFilterException filter ->
          err.println(Shown.text(String.valueOf(filter.getMessage())));
      case InvalidCursorException cursor -> err.println("--cursor 不属于这次检索：检索式、筛选、排序须与上一页相同");
      case UncheckedIOException io ->
          err.println(Shown.text(reason(io.getCause(), io.getMessage())));
      case IOException io -> err.println(Shown.text(reason(io, io.getMessage())));
      default -> {
        err.println("程序出错了，这不是用法问题：");
        e.printStackTrace(err);
        return Commands.BROKEN;
      }
    }
    return Commands.MISUSE;
  }

  /** What it has against us; most often the secret. */
  private static String reason(ClusterException e) {
    return e.status() == UNAUTHORIZED || e.status() == FORBIDDEN
        ? "OpenSearch 没有让进去（" + e.status() + "）：用户名、口令或令牌不对，或者没有权限"
        : "OpenSearch 没有照办：" + e.getMessage();
  }

  /** In one line; what was committed before is there whatever it is. */
  private static String reason(@Nullable Throwable cause, @Nullable String said) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (String.valueOf(e.getMessage()).contains(NO_SPACE)) {
        return "磁盘已满，没有写完；原有的索引还可以用。请腾出空间后再运行一次";
      }
    }
    return "读写失败：" + String.valueOf(said).lines().findFirst().orElse("");
  }

  private static String reason(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing ->
          "缺少参数："
              + missing.getMissing().stream().map(Failures::name).collect(Collectors.joining("、"));
      case OverwrittenOptionException twice -> "参数 " + name(twice.getOverwritten()) + " 只能给一次";
      default ->
          e.getCause() instanceof UserMistakeException mistake
              ? mistake.getMessage() + origin(e)
              : e.getArgSpec() == null
                  ? "参数有误：" + e.getMessage()
                  : "参数 " + name(e.getArgSpec()) + " 的值不对：" + e.getValue() + origin(e);
    };
  }

  /** Of a value that is set elsewhere than on the command line. */
  private static String origin(ParameterException e) {
    Settings.Value set =
        e.getCommandLine().getDefaultValueProvider() instanceof Settings settings
            ? settings.value(e.getArgSpec())
            : null;
    return set != null && set.text().equals(e.getValue()) ? "（" + set.origin() + "）" : "";
  }

  private static String unmatched(UnmatchedArgumentException e) {
    List<String> unmatched = e.getUnmatched();
    String message = "不认识的参数：" + String.join(" ", unmatched);
    // An exclusion at the beginning of a query looks like an option.
    boolean maybeQuery =
        e.getCommandLine().getCommandName().equals("search")
            && unmatched.getFirst().chars().anyMatch(c -> c >= 0x80);
    return maybeQuery ? message + "；以 - 开头的检索式前面要加 -- 和空格" : message;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
