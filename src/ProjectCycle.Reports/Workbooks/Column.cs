namespace ProjectCycle.Reports.Workbooks;

/// <summary>A column of a table sheet, without its rows' type.</summary>
/// <param name="header">Its heading, different from every other in the sheet.</param>
public abstract class Column(string header)
{
    public string Header { get; } = header;

    /// <summary>In characters of the standard font.</summary>
    public double Width { get; init; } = 14;

    /// <summary>Not shown until somebody asks for it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The cells to choose from, as a formula such as "Choices!$A$2:$A$9"; null where anything may be typed.</summary>
    public string? Choices { get; init; }

    /// <summary>How its cells look when a row does not say otherwise.</summary>
    public abstract CellFormat Format { get; }

    /// <summary>A row beneath the table adds it up.</summary>
    public virtual bool IsTotalled => false;

    /// <summary>Rows beneath the table add it up, one for each currency that the column with this index names.</summary>
    public virtual int? TotalledBy => null;

    /// <summary>Its heading stands on the right, as its numbers do.</summary>
    public bool IsRightAligned => Format.Kind is CellKind.Number or CellKind.Plain or CellKind.Percent;
}

/// <summary>A column filled from rows of <typeparamref name="T"/>.</summary>
public abstract class Column<T>(string header) : Column(header)
{
    /// <summary>The cell of <paramref name="row"/>.</summary>
    public abstract Cell CellOf(T row);
}

/// <summary>Text; with a link it leads to a web page.</summary>
public sealed class TextColumn<T>(string header, Func<T, string?> text) : Column<T>(header)
{
    public bool Wrap { get; init; }

    /// <summary>For people to fill in: digits stay as they were typed, leading zeros and all.</summary>
    public bool IsAsTyped { get; init; }

    public Func<T, Tone>? Tone { get; init; }

    /// <summary>The http address a row's text leads to, or null.</summary>
    public Func<T, string?>? Link { get; init; }

    public override CellFormat Format => IsAsTyped ? new(CellKind.TypedText) : new(CellKind.Text, Wrap: Wrap);

    public override Cell CellOf(T row) => IsAsTyped ? Cell.TypedText(text(row)) : Link?.Invoke(row) is { } url
        ? Cell.Link(text(row), url)
        : Cell.Text(text(row), Wrap, Tone?.Invoke(row) ?? Workbooks.Tone.Plain);
}

/// <summary>Whole numbers.</summary>
public sealed class IntegerColumn<T>(string header, Func<T, long?> number) : Column<T>(header)
{
    public bool Total { get; init; }

    /// <summary>Without thousands separators, as years are written.</summary>
    public bool IsPlain { get; init; }

    public override bool IsTotalled => Total;
    public override CellFormat Format => new(IsPlain ? CellKind.Plain : CellKind.Number);

    public override Cell CellOf(T row) => IsPlain ? Cell.Plain(number(row)) : Cell.Number(number(row));
}

/// <summary>Numbers, all with the same decimals.</summary>
public sealed class DecimalColumn<T>(string header, int decimals, Func<T, decimal?> number) : Column<T>(header)
{
    public bool Total { get; init; }
    public override bool IsTotalled => Total;
    public override CellFormat Format => new(CellKind.Number, decimals);

    public override Cell CellOf(T row) => Cell.Number(number(row), decimals);
}

/// <summary>A number that the spreadsheet reckons from others of its row.</summary>
/// <param name="header">Its heading.</param>
/// <param name="decimals">Decimals that are shown.</param>
/// <param name="formula">With "#" for the number of the row.</param>
/// <param name="number">What it comes to now; null leaves the cell blank.</param>
public sealed class ReckonedColumn<T>(string header, int decimals, string formula, Func<T, decimal?> number) : Column<T>(header)
{
    public bool Total { get; init; }
    public override bool IsTotalled => Total;
    public override CellFormat Format => new(CellKind.Number, decimals);

    public override Cell CellOf(T row) => number(row) is { } value ? Cell.Reckoned(formula, value, decimals) : default;
}

/// <summary>Amounts, each with the decimals of its own currency. Added up by currency only: the rows may hold several.</summary>
public sealed class MoneyColumn<T>(string header, Func<T, Domain.Money.Money?> money) : Column<T>(header)
{
    /// <summary>Index of the column with the currency's code; null for no totals.</summary>
    public int? TotalBy { get; init; }

    /// <summary>All rows are of one currency, which the heading names: they add up.</summary>
    public bool FixedTotal { get; init; }

    /// <summary>Of the one currency, for its total.</summary>
    public int Decimals { get; init; }

    public override int? TotalledBy => TotalBy;
    public override bool IsTotalled => FixedTotal;
    public override CellFormat Format => new(CellKind.Number, Decimals);

    public override Cell CellOf(T row) => Cell.Money(money(row));
}

/// <summary>Shares, where 1 is 100 %.</summary>
public sealed class PercentColumn<T>(string header, int decimals, Func<T, decimal?> share) : Column<T>(header)
{
    public override CellFormat Format => new(CellKind.Percent, decimals);

    public override Cell CellOf(T row) => Cell.Percent(share(row), decimals);
}

/// <summary>Days.</summary>
public sealed class DateColumn<T>(string header, Func<T, DateOnly?> day) : Column<T>(header)
{
    public override CellFormat Format => new(CellKind.Date);

    public override Cell CellOf(T row) => Cell.Date(day(row));
}

/// <summary>Wall times, already in the zone the reader expects; the heading should name it.</summary>
public sealed class TimestampColumn<T>(string header, Func<T, DateTime?> local) : Column<T>(header)
{
    public override CellFormat Format => new(CellKind.Timestamp);

    public override Cell CellOf(T row) => Cell.Timestamp(local(row));
}
