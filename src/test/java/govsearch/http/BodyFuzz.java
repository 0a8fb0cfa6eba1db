package govsearch.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies as nobody means them, with the header fields that go, or do not go, with them. */
final class BodyFuzz {

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json; charset=GB18030",
          "application/json; charset=none",
          "text/plain",
          "multipart/form-data; boundary=x",
          "multipart/form-data; boundary=\"",
          "multipart/form-data",
          "multipart/mixed; boundary=x",
          "application/x-www-form-urlencoded",
          "application/octet-stream",
          "text/html;;;",
          "/",
          "");

  private static final List<String> BROKEN_JSON =
      List.of(
          "",
          " ",
          "null",
          "1",
          "\"",
          "\"a",
          "[",
          "]",
          "{",
          "[1",
          "[1,]",
          "{\"a\"",
          "{\"a\":}",
          "[\"\\ud800\"]",
          "[\"\\u\"]",
          "[\"\\x\"]",
          "[\"\u0000\"]",
          "[\"a\tb\"]",
          "{\"text\":1}",
          "{\"text\":null}",
          "{\"text\":[\"a\"]}",
          "{\"text\":{\"text\":\"a\"}}",
          "{\"text\":\"a\",\"text\":\"b\"}",
          "{\"text\":\"a\",\"b\":1}",
          "{\"text\":\"\\ud800\\ud800\"}",
          "{\"text\":\"\\u0000\"}",
          "[1e999999]",
          "[-]",
          "[01]",
          "[NaN]",
          "[Infinity]",
          "/*a*/[]",
          "[] []",
          "[]x",
          "\uFEFF[\"法\"]",
          "'a'",
          "[\"法\",null]",
          "[[\"法\"]]",
          "{\"\":\"\"}");

  private static final List<String> NAMES =
      List.of(
          "a.txt",
          "临溪县/新的镇2024年.txt",
          "a.docx",
          "a.pdf",
          "a.doc",
          "a.zip",
          "a.html",
          "a.mht",
          "a.xyz",
          "",
          ".",
          "..",
          "../a.txt",
          "/a.txt",
          "a\\b.txt",
          "a\u0000.txt",
          "a\u001b[2J.txt",
          "\u202Etxt.a",
          "con.txt",
          "a".repeat(300) + ".txt",
          "reports.csv");

  private static final List<String> CONTENTS =
      List.of(
          "",
          "新的镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n",
          "新的镇2024年法治政府建设情况报告\n一、工作\n" + "85,".repeat(2_000) + "\n",
          "一、".repeat(3_000),
          "（一）".repeat(2_000) + "\n",
          "\u0000\u0001\u0002",
          "PK\u0003\u0004\u0000\u0000",
          "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
          "{\\rtf1 \\'b7\\'a8}",
          "<html><body>" + "<div>".repeat(2_000) + "新的镇",
          "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");

  private static final String SOUND_FORM =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"临溪县/新的镇2024年.txt\"\r\n\r\n"
          + "新的镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n"
          + "\r\n--x--\r\n";

  private final Random random;
  private final FuzzValues values;

  BodyFuzz(Random random, FuzzValues values) {
    this.random = random;
    this.values = values;
  }

  /**
   * A body.
   *
   * @param headers with their ends, up to the blank line
   * @param latin1 its bytes, a character each
   */
  record Body(String headers, String latin1) {
    static final Body NONE = new Body("", "");

    Body(String headers, byte[] bytes) {
      this(headers, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
      return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** Of a type that the route takes for the most part, and framed as it should be. */
  Body next(List<String> taken) {
    String type =
        taken.isEmpty() || values.oneIn(8)
            ? values.pick(TYPES)
            : values.pick(taken) + (taken.contains("multipart/form-data") ? "; boundary=x" : "");
    byte[] bytes = type.startsWith("multipart") ? form() : text(type).getBytes(charset());
    if (values.oneIn(10)) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
    if (values.oneIn(20)) {
      random.nextBytes(bytes);
    }
    return framed("Content-Type: " + type + "\r\n", bytes);
  }

  private Charset charset() {
    return values.pick(
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1));
  }

  private Body framed(String type, byte[] bytes) {
    int length = bytes.length;
    return switch (random.nextInt(16)) {
      case 0 -> new Body(type + "Content-Length: " + (length + 10) + "\r\n", bytes);
      case 1 -> new Body(type + "Content-Length: " + length / 2 + "\r\n", bytes);
      case 2 ->
          new Body(
              type
                  + "Content-Length: "
                  + values.pick(List.of("-1", "x", "", "99999999999999999999", "99999999999", "0"))
                  + "\r\n",
              bytes);
      case 3 -> new Body(type + "Transfer-Encoding: chunked\r\n", chunked(bytes));
      case 4 -> new Body(type + "Transfer-Encoding: chunked\r\n", bytes);
      case 5 ->
          new Body(
              type + "Content-Length: " + length + "\r\nTransfer-Encoding: chunked\r\n",
              chunked(bytes));
      case 6 ->
          new Body(
              type + "Transfer-Encoding: " + values.pick(List.of("gzip", "x, chunked")) + "\r\n",
              bytes);
      case 7 -> new Body(type + "Content-Length: 1\r\nContent-Length: 2\r\n", bytes);
      default -> new Body(type + "Content-Length: " + length + "\r\n", bytes);
    };
  }

  private static byte[] chunked(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += 1_000) {
      int length = Math.min(1_000, bytes.length - at);
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, at, length);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private String text(String type) {
    if (type.startsWith("text/plain")) {
      return (values.any() + "\n").repeat(1 + random.nextInt(values.oneIn(20) ? 1_200 : 5));
    }
    return switch (random.nextInt(10)) {
      case 0 -> "[".repeat(random.nextInt(60_000));
      case 1 -> "{\"text\":".repeat(random.nextInt(20_000));
      case 2 -> "[" + "9".repeat(random.nextInt(200_000)) + "]";
      case 3 -> "{\"text\":\"" + "法".repeat(random.nextInt(30_000)) + "\"}";
      case 4 -> "[" + "\"法\",".repeat(random.nextInt(2_000)) + "\"法\"]";
      case 5, 6 -> values.pick(BROKEN_JSON);
      case 7 -> "{\"text\":" + quoted(values.any()) + "}";
      default -> "[" + quoted(values.any()) + "]";
    };
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            c ->
                out.append(
                    c < ' ' || c == '"' || c == '\\'
                        ? String.format("\\u%04x", c)
                        : Character.toString(c)));
    return out.append('"').toString();
  }

  private byte[] form() {
    if (values.oneIn(3)) { // else hardly any is taken, and what taking does is never seen
      return SOUND_FORM.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int parts = values.oneIn(4) ? random.nextInt(4) : 1;
    for (int i = 0; i < parts; i++) {
      String name =
          values.pick(List.of("file", "file", "file", "", "_charset_", "path", "a\u0000"));
      String head =
          "--x\r\nContent-Disposition: form-data; name=\""
              + name
              + "\""
              + (values.oneIn(8) ? "" : "; filename=\"" + values.pick(NAMES) + "\"")
              + "\r\n"
              + (values.oneIn(6)
                  ? values.pick(
                      List.of(
                          "Content-Type: text/plain; charset=none\r\n",
                          "Content-Type: multipart/mixed; boundary=x\r\n",
                          "Content-Transfer-Encoding: base64\r\n",
                          "Content-Disposition: form-data\r\n",
                          ": \r\n",
                          "X: " + "a".repeat(20_000) + "\r\n"))
                  : "");
      out.writeBytes((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(
          values
              .pick(CONTENTS)
              .getBytes(values.oneIn(5) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(
        values
            .pick(List.of("--x--\r\n", "--x--\r\n", "--x--\r\n", "--x", ""))
            .getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
