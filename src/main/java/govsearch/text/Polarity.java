package govsearch.text;

import java.util.regex.Pattern;

/**
 * Whether a text tells of something wanting. Reports tell success in the words of the problem
 * (网格员队伍稳定, 网格员队伍不稳定); what differs is a small set of cues.
 */
public final class Polarity {

  /** Words that hold a cue and mean no lack. */
  private static final Pattern NO_CUE =
      Pattern.compile(
          "不断|不仅|不但|不少|不忘|不懈|不动产|不良|不法|不漏|不留|不出|不走样|不打折|缺一不可|少数民族|少年|减少|至少|未成年|未来|未雨绸缪"
              + "|无论|无缝|无偿|无违建|无理由|无讼|零差错|(?:破解|解决|化解|攻克|消除|补齐|弥补|整改|纾解|排忧解)[^,。;:!?]{0,12}"
              + "|难题(?:得到|迎刃)|从无到有|弱势群体|扶弱|差异化|全覆盖");

  private static final Pattern CUE =
      Pattern.compile(
          "[不未无没缺少欠弱差乏难]|有待|亟待|亟需|滞后|短板|薄弱|流于形式|走过场|偏[低少弱重紧]|较[低少弱差]|过[低少于]|单一|缓慢|紧张|"
              + "参差|脱节|断层|模糊|随意|敷衍|推诿|扯皮|瓶颈|困境|压力|流失|空白|漏洞|问题");

  private Polarity() {}

  /** Whether a text has such a cue. It may be mistaken: good for weighing, not for leaving out. */
  public static boolean lacks(String text) {
    return CUE.matcher(NO_CUE.matcher(Literal.literal(text)).replaceAll(" ")).find();
  }
}
