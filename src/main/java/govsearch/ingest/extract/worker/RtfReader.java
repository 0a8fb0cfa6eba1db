package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads rtf (version 1.9.1) token by token. Tika's reader drops the numbers of lists, which stand
 * there as text.
 */
final class RtfReader implements Reader {

  private static final int DEEPEST = 1000;

  private final Deque<RtfGroup> outer = new ArrayDeque<>();
  private final RtfFonts fonts = new RtfFonts();
  private RtfGroup group = new RtfGroup();
  private int toSkip;
  private boolean starred;

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException {
    RtfText text = new RtfText(out);
    int at = 0;
    while (at < bytes.length) {
      int c = bytes[at++] & 0xFF;
      switch (c) {
        case '{' -> open(text);
        case '}' -> close(text);
        case '\\' -> at = control(bytes, at, text);
        case '\r', '\n' -> {
          // lines of the file say nothing
        }
        default -> character(c, text);
      }
    }
    text.end();
  }

  private void open(RtfText text) throws RejectedFileException {
    text.decodePending();
    if (outer.size() >= DEEPEST) {
      throw new RejectedFileException("嵌套超过 " + DEEPEST + " 层，无法读取（可能是损坏或恶意的文件）");
    }
    outer.push(group);
    group = group.inner();
    starred = false;
    toSkip = 0;
  }

  private void close(RtfText text) {
    text.decodePending();
    RtfGroup closed = group;
    group = outer.isEmpty() ? new RtfGroup() : outer.pop();
    if (closed.listText && !group.listText) {
      text.endListText();
    }
    if (closed.apart) {
      text.endApart();
    }
    toSkip = 0;
  }

  private void character(int c, RtfText text) {
    if (toSkip > 0) {
      toSkip--;
    } else if (group.isText()) {
      text.addByte(c, fonts.charset(group.font, group.farEast ? group.farEastFont : -1));
    }
  }

  /** Reads a control word or symbol, and gives where the next token begins. */
  private int control(byte[] bytes, int from, RtfText text) throws RejectedFileException {
    if (from >= bytes.length) {
      return from;
    }
    int c = bytes[from] & 0xFF;
    if (!isLetter(c)) {
      return symbol(bytes, from, c, text);
    }
    int at = from;
    while (at < bytes.length && isLetter(bytes[at]) && at - from < 32) {
      at++;
    }
    String word = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    int numberFrom = at;
    if (at < bytes.length && bytes[at] == '-') {
      at++;
    }
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - numberFrom < 18) {
      at++;
    }
    Integer number = null;
    if (at > numberFrom && bytes[at - 1] != '-') {
      number =
          (int)
              Long.parseLong(
                  new String(bytes, numberFrom, at - numberFrom, StandardCharsets.US_ASCII));
    }
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    if (word.equals("bin") && number != null && number > 0) {
      return (int) Math.min(bytes.length, (long) at + number);
    }
    word(word, number, text);
    starred = false;
    return at;
  }

  private int symbol(byte[] bytes, int at, int c, RtfText text) {
    switch (c) {
      case '*' -> starred = true;
      case '\'' -> {
        int value = at + 2 < bytes.length ? hex(bytes[at + 1], bytes[at + 2]) : -1;
        if (value >= 0) {
          character(value, text);
          return at + 3;
        }
      }
      case '~' -> say("\u00A0", text);
      case '_' -> say("-", text);
      case '{', '}', '\\' -> character(c, text);
      default -> {
        // an optional hyphen, or what nobody knows
      }
    }
    return at + 1;
  }

  private void say(String said, RtfText text) {
    if (toSkip > 0) {
      toSkip--;
    } else if (group.isText()) {
      text.add(said);
    }
  }

  private void word(String word, @Nullable Integer number, RtfText text)
      throws RejectedFileException {
    if (word.equals("u")) {
      int unit = number == null ? '?' : number;
      toSkip = 0;
      say(Character.toString((char) unit), text);
      toSkip = group.skippedBehindUnicode;
      return;
    }
    toSkip = 0;
    text.decodePending();
    boolean on = number == null || number != 0;
    int value = number == null ? 0 : number;
    if (RtfDestinations.isUnread(word, starred)) {
      group.unread = true;
    }
    switch (word) {
      case "fonttbl" -> {
        group.unread = false;
        group.fonts = true;
      }
      case "f" -> {
        group.font = value;
        if (group.fonts) {
          fonts.define(value);
        }
      }
      case "fcharset" -> {
        if (group.fonts) {
          fonts.charset(value);
        }
      }
      case "af" -> {
        if (group.farEast) {
          group.farEastFont = value;
        }
      }
      case "dbch" -> group.farEast = true;
      case "loch", "hich" -> group.farEast = false;
      case "ansicpg" -> fonts.codePage(value);
      case "uc" -> group.skippedBehindUnicode = Math.max(0, value);
      case "deleted" -> group.deleted = on;
      case "v" -> group.hidden = on;
      case "plain" -> {
        group.hidden = false;
        group.deleted = false;
      }
      case "listtext", "pntext" -> {
        if (!group.unread) {
          group.listText = true;
          text.beginListText();
        }
      }
      case "footnote", "shptxt" -> {
        if (group.isText()) {
          group.apart = true;
          text.beginApart();
        }
      }
      default -> structure(word, text);
    }
  }

  private void structure(String word, RtfText text) throws RejectedFileException {
    if (!group.isText()) {
      return;
    }
    switch (word) {
      case "par", "sect" -> text.paragraph();
      case "line" -> text.add("\n");
      case "cell" -> text.cell();
      case "nestcell" -> text.nestedCell();
      case "row" -> text.row();
      case "intbl" -> text.inTable(true);
      case "pard" -> text.inTable(false);
      case "tab" -> text.add("\t");
      case "emdash" -> text.add("—");
      case "endash" -> text.add("–");
      case "lquote" -> text.add("‘");
      case "rquote" -> text.add("’");
      case "ldblquote" -> text.add("“");
      case "rdblquote" -> text.add("”");
      case "emspace", "enspace", "qmspace" -> text.add(" ");
      default -> {
        // looks
      }
    }
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int hex(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h * 16 + l;
  }
}
