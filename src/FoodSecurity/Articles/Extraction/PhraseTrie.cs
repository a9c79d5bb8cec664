namespace FoodSecurity.Articles.Extraction;

/// <summary>A phrase found in a text: its row and where it ends; the slots hold the numbers of their tokens.</summary>
internal readonly record struct PhraseMatch(LexiconRow Row, int End, int[] Slots);

/// <summary>All phrases of a table as a tree of words; the longest phrase that begins at a token is found in as many steps as it has words.</summary>
internal sealed class PhraseTrie
{
    private const int MostSlots = 6;
    private readonly Node _root = new();

    public void Add(IReadOnlyList<PhraseStep> steps, LexiconRow row)
    {
        var node = _root;
        foreach (var step in steps)
        {
            node = node.Next(step);
        }

        // the first row of a table wins, as a reader of the table would think
        node.Row ??= row;
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

    private static void Walk(Node node, List<Token> tokens, int at, int end, ISlotReader slots, Span<int> taken, int count, Span<int> best, ref Best found)
    {
        if (node.Row is not null && at > found.End)
        {
            found = new Best { Row = node.Row, End = at, Slots = count };
            taken[..count].CopyTo(best);
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
        public int Slots;
    }

    private sealed class Node
    {
        public Dictionary<int, Node?[]>? Words;
        public List<(Slot Slot, Node Next)>? Slots;
        public LexiconRow? Row;

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
