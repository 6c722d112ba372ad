using System.Globalization;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Text,
    Number,

    /// <summary>A whole number without separators, such as a year.</summary>
    Plain,
    Percent,
    Date,
    Timestamp,
    Link,

    /// <summary>Text that a spreadsheet never takes for a number, whatever people type there.</summary>
    TypedText,
}

/// <summary>A quiet colour of the text; the words beside it always say the same.</summary>
public enum Tone
{
    Plain,

    /// <summary>Of what is said once already.</summary>
    Quiet,
    Good,
    Warning,
    Bad,
}

/// <summary>How a cell shows its value.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Decimals">For numbers up to 6, for percents up to 2.</param>
/// <param name="Wrap">Long text goes on in further lines of the cell.</param>
/// <param name="Tone">Colour of text.</param>
public readonly record struct CellFormat(CellKind Kind, int Decimals = 0, bool Wrap = false, Tone Tone = Tone.Plain);

/// <summary>One typed value. Dates are Excel dates and numbers are numbers: text never stands for either.</summary>
public readonly record struct Cell
{
    private const int MaxUrl = 2_079;
    private static readonly DateTime Epoch = new(1899, 12, 30);
    private static readonly DateOnly FirstDate = new(1900, 3, 1);

    private Cell(CellFormat format, string? content = null, decimal? value = null, string? url = null, string? formula = null)
    {
        Format = format;
        Content = string.IsNullOrEmpty(content) ? null : content;
        Value = value;
        Url = url;
        Formula = formula;
    }

    public CellFormat Format { get; }

    /// <summary>The text, for text and links.</summary>
    public string? Content { get; }

    /// <summary>The number, for all others; a date is its count of days as Excel has it.</summary>
    public decimal? Value { get; }

    /// <summary>Where a link leads.</summary>
    public string? Url { get; }

    /// <summary>What the number is reckoned from, where "#" is the number of the row; null for a plain value.</summary>
    public string? Formula { get; }

    /// <summary>It holds neither text nor number.</summary>
    public bool IsEmpty => Content is null && Value is null;

    /// <summary>A text, whatever it starts with.</summary>
    public static Cell Text(string? text, bool wrap = false, Tone tone = Tone.Plain) =>
        new(new CellFormat(CellKind.Text, 0, wrap, tone), text);

    /// <summary>A text in a column for people to fill in.</summary>
    public static Cell TypedText(string? text) => new(new CellFormat(CellKind.TypedText), text);

    /// <summary>A text that leads to <paramref name="url"/>; anything but an http address makes it plain text.</summary>
    public static Cell Link(string? text, string? url) =>
        IsWebAddress(url) ? new(new CellFormat(CellKind.Link), text, url: url) : Text(text);

    /// <summary>A number with thousands separators and <paramref name="decimals"/> decimals.</summary>
    public static Cell Number(decimal? value, int decimals = 0) =>
        new(new CellFormat(CellKind.Number, decimals), value: value);

    /// <summary>A whole number without thousands separators.</summary>
    public static Cell Plain(long? value) => new(new CellFormat(CellKind.Plain), value: value);

    /// <summary>A number that the spreadsheet reckons anew when somebody fills in what it rests on.</summary>
    /// <param name="formula">With "#" for the number of the row, such as "J#+K#".</param>
    /// <param name="value">What it comes to now.</param>
    /// <param name="decimals">Decimals that are shown.</param>
    public static Cell Reckoned(string formula, decimal value, int decimals) =>
        new(new CellFormat(CellKind.Number, decimals), value: value, formula: formula);

    /// <summary>An amount with the decimals of its currency; the code belongs in a column of its own.</summary>
    public static Cell Money(Domain.Money.Money? money) =>
        Number(money?.Amount, money?.Currency.ShownDecimals ?? 0);

    /// <summary>A share: 0.25 shows as 25 %.</summary>
    public static Cell Percent(decimal? share, int decimals = 0) =>
        new(new CellFormat(CellKind.Percent, decimals), value: share);

    /// <summary>A day. Excel counts wrongly before March 1900, so such a day is text.</summary>
    public static Cell Date(DateOnly? day) =>
        day < FirstDate
            ? Text(day.Value.ToString("O", CultureInfo.InvariantCulture))
            : new(new CellFormat(CellKind.Date), value: day?.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber);

    /// <summary>A wall time, shown to the minute; Excel knows no zones.</summary>
    public static Cell Timestamp(DateTime? local) =>
        local < FirstDate.ToDateTime(TimeOnly.MinValue)
            ? Text(local.Value.ToString("s", CultureInfo.InvariantCulture))
            : new(new CellFormat(CellKind.Timestamp), value: local is { } at ? Math.Round((at - Epoch).Ticks / (decimal)TimeSpan.TicksPerDay, 12) : null);

    private static bool IsWebAddress(string? url) =>
        url is { Length: <= MaxUrl }
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
