using System.Text;

namespace ProjectCycle.Reports.Deadlines;

/// <summary>Content lines of iCalendar (RFC 5545, 3.1): ended by CRLF, folded at 75 octets, texts escaped.</summary>
internal sealed class CalendarLines
{
    /// <summary>Octets of a line without its end.</summary>
    private const int Width = 75;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line whose value is made by us and needs no escaping.</summary>
    public void Add(string name, string value) => Fold($"{name}:{value}");

    /// <summary>Adds a line whose value is a text as people type it.</summary>
    public void AddText(string name, string text) => Add(name, Escape(text));

    public override string ToString() => _text.ToString();

    /// <summary>
    /// Backslash, comma, semicolon and line break have a meaning of their own (3.3.11); other control characters, and halves of
    /// characters, may not stand in a text at all.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                escaped.Append("\\n");
            else if (rune.Value is '\\' or ',' or ';')
                escaped.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\t' || !Rune.IsControl(rune))
                escaped.Append(rune);
        }
        return escaped.ToString();
    }

    /// <summary>Breaks between characters, never inside of one, and begins each further line with a space, which counts.</summary>
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Width)
            {
                _text.Append("\r\n ");
                octets = 1;
            }
            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
    }
}
