package govsearch.cli;

import govsearch.http.RevisionsView;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code revisions}: what a report said before, as {@code GET reports/{id}/revisions} tells it. */
@Command(
    name = "revisions",
    description = "修订：一份报告什么时候收录，被换掉以前有过哪些文字",
    customSynopsis = "govsearch revisions [选项] 报告编号",
    footer = {"", "编号在检索结果每条的末尾，小数点以前。逐句比较两份文字：./govsearch compare 编号@时间 编号"},
    mixinStandardHelpOptions = true)
final class RevisionsCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(arity = "1", paramLabel = "报告编号", description = "如 u6gbri7lrh6e")
  private String id = "";

  @Mixin private CollectionOption collection = new CollectionOption();

  @Option(names = "--json", description = "输出 JSON，与 GET /api/v1/reports/{id}/revisions 相同")
  private boolean json;

  RevisionsCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    RevisionsView view;
    try (Store.Opened opened = collection.open(places)) {
      view =
          RevisionsView.of(opened.engine(), id)
              .orElseThrow(() -> new UserMistakeException("没有编号为 " + id + " 的报告"));
    }
    if (json) {
      System.out.println(JsonMapper.builder().build().writeValueAsString(view));
    } else {
      print(view);
    }
    return Commands.OK;
  }

  private static void print(RevisionsView view) {
    System.out.println(
        view.id() + "  收录于 " + local(view.firstSeen()) + "，现有文字收录于 " + local(view.seen()));
    if (view.revisions().isEmpty()) {
      System.out.println("没有修订：收录以来文字没有换过");
      return;
    }
    System.out.println("以前的文字，最近的在前：");
    for (RevisionsView.RevisionView revision : view.revisions()) {
      System.out.println(
          "  "
              + revision.key()
              + "  "
              + local(revision.from())
              + " 至 "
              + local(revision.until())
              + "，"
              + revision.paragraphs()
              + " 段  "
              + Shown.text(revision.title() == null ? "（原文无标题）" : revision.title()));
    }
    System.out.println(
        "与现有的比较：./govsearch compare " + view.revisions().getFirst().key() + " " + view.id());
  }

  private static String local(@Nullable Instant time) {
    return time == null ? "不详的时间" : RevisionsView.local(time);
  }
}
