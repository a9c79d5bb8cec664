namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>A phrase found in a text: its row and where it ends; the slots hold the numbers of their tokens.</summary>
internal readonly record struct PhraseMatch(LexiconRow Row, int End, int[] Slots);

/// <summary>
/// All phrases of a table as a tree of words, in which the ways of a choice meet again: a phrase of many forms takes as much room as it is long. The longest phrase that
/// begins at a token wins, of equal ones the first of the table.
/// </summary>
internal sealed class PhraseTrie
{
    private const int MostSlots = 6;
    private readonly Node _root = new();
    private int _rows;

    public void Add(IReadOnlyList<PhrasePart> parts, LexiconRow row)
    {
        _rows++;
        AddFrom(_root, parts, 0, row);
    }

    private void AddFrom(Node node, IReadOnlyList<PhrasePart> parts, int at, LexiconRow row)
    {
        // what may be missing at the beginning is left out here, so that the root has no links to follow at each token
        if (at < parts.Count && node == _root && parts[at].Choices is { } choices && choices.Any(c => c.Count == 0))
        {
            AddFrom(_root, parts, at + 1, row);
            var rest = new List<PhrasePart> { new(default, [.. choices.Where(c => c.Count > 0)]) };
            rest.AddRange(parts.Skip(at + 1));
            AddFrom(_root, rest, 0, row);
            return;
        }

        for (; at < parts.Count; at++)
        {
            node = Insert(node, parts[at]);
        }

        if (node != _root && node.Row is null)
        {
            (node.Row, node.Order) = (row, _rows);
        }
    }

    private static Node Insert(Node node, PhrasePart part)
    {
        if (part.Choices is null)
        {
            return node.Next(part.Step);
        }

        var meet = new Node();
        foreach (var choice in part.Choices)
        {
            var end = node;
            foreach (var inner in choice)
            {
                end = Insert(end, inner);
            }

            (end.Links ??= []).Add(meet);
        }

        return meet;
    }

    /// <summary>The longest phrase that begins at a token, or null.</summary>
    public PhraseMatch? Match(List<Token> tokens, int at, int end, ISlotReader slots)
    {
        Span<int> taken = stackalloc int[MostSlots];
        Span<int> best = stackalloc int[MostSlots];
        var found = new Best();
        Walk(_root, tokens, at, end, slots, taken, 0, best, ref found);
        return found.Row is null ? null : new PhraseMatch(found.Row, found.End, best[..found.Slots].ToArray());
    }

    private static void Walk(
        Node node,
        List<Token> tokens,
        int at,
        int end,
        ISlotReader slots,
        Span<int> taken,
        int count,
        Span<int> best,
        ref Best found
    )
    {
        if (node.Row is not null && (at > found.End || (at == found.End && node.Order < found.Order)))
        {
            found = new Best
            {
                Row = node.Row,
                End = at,
                Order = node.Order,
                Slots = count,
            };
            taken[..count].CopyTo(best);
        }

        if (node.Links is { } links)
        {
            foreach (var link in links)
            {
                Walk(link, tokens, at, end, slots, taken, count, best, ref found);
            }
        }

        if (at >= end)
        {
            return;
        }

        var token = tokens[at];
        if (token.Word >= 0 && node.Words is { } words && words.TryGetValue(token.Word, out var edges))
        {
            for (var need = Letters.Small; need <= token.Letters; need++)
            {
                if (edges[(int)need] is { } next)
                {
                    Walk(next, tokens, at + 1, end, slots, taken, count, best, ref found);
                }
            }
        }

        if (node.Slots is { } open && count < MostSlots)
        {
            foreach (var (slot, next) in open)
            {
                if (slots.Fits(slot, token))
                {
                    taken[count] = at;
                    Walk(next, tokens, at + 1, end, slots, taken, count + 1, best, ref found);
                }
            }
        }
    }

    private struct Best
    {
        public LexiconRow? Row;
        public int End;
        public int Order;
        public int Slots;
    }

    private sealed class Node
    {
        public Dictionary<int, Node?[]>? Words;
        public List<(Slot Slot, Node Next)>? Slots;
        public List<Node>? Links;
        public LexiconRow? Row;
        public int Order;

        public Node Next(PhraseStep step)
        {
            if (step.Slot != Slot.None)
            {
                Slots ??= [];
                var known = Slots.Find(s => s.Slot == step.Slot).Next;
                if (known is null)
                {
                    Slots.Add((step.Slot, known = new Node()));
                }

                return known;
            }

            Words ??= [];
            if (!Words.TryGetValue(step.Word, out var edges))
            {
                Words.Add(step.Word, edges = new Node?[3]);
            }

            return edges[(int)step.Letters] ??= new Node();
        }
    }
}

/// <summary>Says whether a token may stand in a slot of a phrase.</summary>
internal interface ISlotReader
{
    bool Fits(Slot slot, in Token token);
}
