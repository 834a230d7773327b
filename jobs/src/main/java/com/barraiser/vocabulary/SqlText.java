package com.barraiser.vocabulary;

/** The text of SQL, told apart from its comments and quotations. */
public final class SqlText {

  private final String text;
  private final StringBuilder code;

  private SqlText(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
    blankOut();
  }

  /**
   * The text with blanks in place of comments and of what is quoted, sign by sign, so that
   * positions stay.
   */
  public static String codeOf(String text) {
    return new SqlText(text).code.toString();
  }

  /** The line and column of a position, from 1, as {@code 3:14}. */
  public static String lineAndColumn(String text, int position) {
    String before = text.substring(0, Math.min(position, text.length()));
    long line = 1 + before.chars().filter(sign -> sign == '\n').count();
    return line + ":" + (before.length() - before.lastIndexOf('\n'));
  }

  private void blankOut() {
    int position = 0;
    while (position < text.length()) {
      int end = endOfSpecial(position);
      // The marks of a quotation stay: it is more than a blank.
      int mark = end > position && isQuote(text.charAt(position)) ? 1 : 0;
      for (int i = position + mark; i < end - mark; i++) {
        if (text.charAt(i) != '\n') {
          code.setCharAt(i, ' ');
        }
      }
      position = Math.max(end, position + 1);
    }
  }

  /** Where the comment or quotation ends that starts here; here if none does. */
  private int endOfSpecial(int start) {
    if (text.startsWith("--", start)) {
      int end = text.indexOf('\n', start);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", start)) {
      return endOfComment(start);
    }
    char sign = text.charAt(start);
    return isQuote(sign) ? endOfQuotation(start, sign) : start;
  }

  private static boolean isQuote(char sign) {
    return sign == '\'' || sign == '"' || sign == '`';
  }

  /** Comments nest. */
  private int endOfComment(int start) {
    int depth = 0;
    for (int i = start; i < text.length() - 1; i++) {
      if (text.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (text.startsWith("*/", i)) {
        depth--;
        i++;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return text.length();
  }

  private int endOfQuotation(int start, char quote) {
    boolean hasEscapes = quote != '`' && !isRaw(start);
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && hasEscapes) {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Whether an R stands before the quotation, and is no end of a name. */
  private boolean isRaw(int start) {
    return start > 0
        && Character.toUpperCase(text.charAt(start - 1)) == 'R'
        && (start == 1 || !Character.isUnicodeIdentifierPart(text.charAt(start - 2)));
  }
}
