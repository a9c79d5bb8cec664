namespace FoodSecurity.Articles.Extraction.Lexicons;

internal enum TokenKind : byte
{
    Word,
    Number,
    Mark,
}

/// <summary>How a word is written: some names count only with a capital, some abbreviations only in capitals.</summary>
internal enum Letters : byte
{
    Small,
    Capital,
    AllCapitals,
}

/// <summary>One word, number or mark of a text.</summary>
/// <param name="Start">Place in the text, in UTF-16 units.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Word">Its number in the word list; -1 where no table knows the word.</param>
/// <param name="Kind">Word, number or mark.</param>
/// <param name="Letters">How it is written.</param>
/// <param name="Joined">A hyphen joined it to the word before.</param>
internal readonly record struct Token(int Start, int End, int Word, TokenKind Kind, Letters Letters, bool Joined);
