package com.barraiser.questions.shippedrevenue;

import static com.barraiser.questions.shippedrevenue.Hours.batch;
import static com.barraiser.questions.shippedrevenue.Hours.orders;

import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;

/** Members of dimensions, which arrive before the orders that name them, after, or never. */
final class MemberSequences {

  private MemberSequences() {}

  static List<Sequence> all() {
    return List.of(
        new Sequence(
            "member-after-its-order",
            "dropping orders of unknown members, or giving a member another key once it arrives",
            List.of(
                orders(
                    """
                    o1 1 s1 02T10:00 10.00 02T10:05
                    o2 2 s2 02T10:00 10.00 02T10:05
                    """),
                batch("", "1 ann 01T00:00", "s2 soap 01T00:00"))),
        new Sequence(
            "members-before-others-in-order",
            "numbering a dimension's rows anew",
            List.of(
                batch("o1 5 s5 02T10:00 10.00 02T10:05", "7 eve 01T00:00", "s7 tea 01T00:00"),
                batch("o2 2 s2 02T10:00 10.00 02T10:05", "3 bob 01T00:00", "s3 pen 01T00:00"))),
        new Sequence(
            "older-version-of-a-member-is-late",
            "taking the version that arrives last",
            List.of(
                batch("", "1 ann 03T00:00", "s1 soap 03T00:00"),
                batch("o1 1 s1 02T10:00 10.00 02T10:05", "1 bob 02T00:00", "s1 pen 02T00:00"))),
        new Sequence(
            "member-keeps-its-name",
            "looking for changes in the name only, or comparing versions by seconds",
            List.of(
                batch(
                    "",
                    """
                    1 ann 03T00:00
                    2 bob 2024-03-03T00:00:00.000002Z
                    """,
                    """
                    s1 soap 03T00:00
                    s2 pen 2024-03-03T00:00:00.000002Z
                    """),
                batch(
                    "",
                    """
                    1 ann/new 04T00:00
                    2 zoe 2024-03-03T00:00:00.000001Z
                    """,
                    """
                    s1 soap/new 04T00:00
                    s2 tea 2024-03-03T00:00:00.000001Z
                    """))),
        new Sequence(
            "member-twice-at-an-instant",
            "deciding ties by the order of arrival",
            List.of(
                batch(
                    "",
                    """
                    1 zoe 03T00:00
                    2 ann 03T00:00
                    3 eve/b 03T00:00
                    4 eve/a 03T00:00
                    """,
                    """
                    s1 tea 03T00:00
                    s2 pen 03T00:00
                    s3 ink/b 03T00:00
                    s4 ink/a 03T00:00
                    """),
                batch(
                    "",
                    """
                    1 ann 03T00:00
                    2 zoe 03T00:00
                    3 eve/a 03T00:00
                    4 eve/b 03T00:00
                    """,
                    """
                    s1 pen 03T00:00
                    s2 tea 03T00:00
                    s3 ink/a 03T00:00
                    s4 ink/b 03T00:00
                    """))),
        new Sequence(
            "order-changes-its-members",
            "forgetting members that only an older version of an order names",
            List.of(
                batch("o1 1 s1 02T10:00 10.00 03T10:05", "", ""),
                orders(
                    """
                    o1 2 s2 02T10:00 10.00 02T10:05
                    o1 3 s3 02T10:00 10.00 04T10:05
                    """))));
  }
}
