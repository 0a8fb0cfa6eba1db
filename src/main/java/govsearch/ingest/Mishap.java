package govsearch.ingest;

import java.util.Arrays;

/**
 * What a file makes the program do that nobody has foreseen. Whatever it is, it costs that file
 * alone, which is named with the reason.
 */
public final class Mishap {

  private static final String OURS = "govsearch.";

  private Mishap() {}

  /**
   * Why the file is skipped, in Chinese; with the place in the program, for whoever is to mend it.
   *
   * @throws VirtualMachineError if Java itself is broken, so that nothing can go on
   */
  public static String reason(Throwable e) {
    return switch (e) {
      case OutOfMemoryError memory -> "处理它所需的内存超过了上限，已放弃（可能是损坏或恶意的文件）";
      case StackOverflowError depth -> "嵌套或重复过深，已放弃（可能是损坏或恶意的文件），请报告：" + place(e);
      case VirtualMachineError broken -> throw broken;
      default -> "处理时程序出错，请报告：" + e + "，在 " + place(e);
    };
  }

  private static String place(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse(e.getClass().getSimpleName());
  }
}
