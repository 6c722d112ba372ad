namespace ProjectCycle.Reports.Workbooks;

/// <summary>A column of a table sheet, without its rows' type.</summary>
/// <param name="header">Its heading, different from every other in the sheet.</param>
public abstract class Column(string header)
{
    public string Header { get; } = header;

    /// <summary>In characters of the standard font.</summary>
    public double Width { get; init; } = 14;

    /// <summary>How its cells look when a row does not say otherwise.</summary>
    public abstract CellFormat Format { get; }

    /// <summary>A row beneath the table adds it up.</summary>
    public virtual bool IsTotalled => false;

    /// <summary>Its heading stands on the right, as its numbers do.</summary>
    public bool IsRightAligned => Format.Kind is CellKind.Number or CellKind.Percent;
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
    public Func<T, Tone>? Tone { get; init; }

    /// <summary>The http address a row's text leads to, or null.</summary>
    public Func<T, string?>? Link { get; init; }

    public override CellFormat Format => new(CellKind.Text, Wrap: Wrap);

    public override Cell CellOf(T row) => Link?.Invoke(row) is { } url
        ? Cell.Link(text(row), url)
        : Cell.Text(text(row), Wrap, Tone?.Invoke(row) ?? Workbooks.Tone.Plain);
}

/// <summary>Whole numbers.</summary>
public sealed class IntegerColumn<T>(string header, Func<T, long?> number) : Column<T>(header)
{
    public bool Total { get; init; }
    public override bool IsTotalled => Total;
    public override CellFormat Format => new(CellKind.Number);

    public override Cell CellOf(T row) => Cell.Number(number(row));
}

/// <summary>Numbers, all with the same decimals.</summary>
public sealed class DecimalColumn<T>(string header, int decimals, Func<T, decimal?> number) : Column<T>(header)
{
    public bool Total { get; init; }
    public override bool IsTotalled => Total;
    public override CellFormat Format => new(CellKind.Number, decimals);

    public override Cell CellOf(T row) => Cell.Number(number(row), decimals);
}

/// <summary>Amounts, each with the decimals of its own currency. Never totalled: the rows may hold several currencies.</summary>
public sealed class MoneyColumn<T>(string header, Func<T, Domain.Money.Money?> money) : Column<T>(header)
{
    public override CellFormat Format => new(CellKind.Number);

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
