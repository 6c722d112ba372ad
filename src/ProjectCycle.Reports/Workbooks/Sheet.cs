using System.Runtime.CompilerServices;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>One sheet of a workbook.</summary>
/// <param name="name">The tab's name as wished; the writer makes it legal and unique.</param>
public abstract class Sheet(string name)
{
    public string Name { get; } = name;
}

/// <summary>A sheet of labelled values and notes, for people to read first.</summary>
public sealed class CoverSheet(string name, string title, IReadOnlyList<CoverLine> lines, IReadOnlyList<string> notes) : Sheet(name)
{
    public string Title { get; } = title;
    public IReadOnlyList<CoverLine> Lines { get; } = lines;

    /// <summary>What the rows cannot say of themselves, a paragraph each.</summary>
    public IReadOnlyList<string> Notes { get; } = notes;
}

/// <summary>A label and its value; or the number of rows that really were written of a table sheet.</summary>
public sealed record CoverLine(string Label, Cell Value)
{
    public TableSheet? RowsOf { get; private init; }

    /// <summary>Says how many rows <paramref name="sheet"/> has, counted while writing.</summary>
    public static CoverLine RowCount(string label, TableSheet sheet) => new(label, default) { RowsOf = sheet };
}

/// <summary>
/// A sheet that is one table from cell A1 on: frozen headings with filters, then the rows, then totals where columns ask for them.
/// </summary>
public abstract class TableSheet(string name) : Sheet(name)
{
    /// <summary>Columns on the left that stay in view.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Lines of text beneath the totals, such as what is certified and who signs; a blank one leaves room.</summary>
    public IReadOnlyList<string> Foot { get; init; } = [];

    /// <summary>So many rows, those of the table among them, are there for people to fill in: cells without a row look and choose like those of a row.</summary>
    public int FillInRows { get; init; }

    /// <summary>
    /// Rows that say something else than this in this column are parts of the row they follow: grouped beneath it, and not added up. Null
    /// where all rows are alike.
    /// </summary>
    public (int Column, string Says)? Wholes { get; init; }

    /// <summary>Drawn to the right of the table.</summary>
    public Chart? Chart { get; init; }

    internal abstract IReadOnlyList<Column> Shape { get; }

    /// <summary>The rows, once. The array is the same each time: take what you need before asking for the next.</summary>
    internal abstract IAsyncEnumerable<Cell[]> CellRows(CancellationToken cancellationToken);
}

/// <summary>A table of <typeparamref name="T"/>; its rows are read once, as they are written.</summary>
public sealed class TableSheet<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) : TableSheet(name)
{
    private readonly IReadOnlyList<Column<T>> _columns = DifferentlyHeaded(columns);

    internal override IReadOnlyList<Column> Shape => _columns;

    internal override async IAsyncEnumerable<Cell[]> CellRows([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cells = new Cell[_columns.Count];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < cells.Length; i++)
                cells[i] = _columns[i].CellOf(row);
            yield return cells;
        }
    }

    /// <summary>Excel calls a file broken whose table has two headings alike.</summary>
    private static IReadOnlyList<Column<T>> DifferentlyHeaded(IReadOnlyList<Column<T>> columns) =>
        columns.GroupBy(column => column.Header, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } alike
            ? throw new ArgumentException($"Two columns are headed '{alike.Key}'.", nameof(columns))
            : columns;
}

/// <summary>How a chart shows its numbers.</summary>
public enum ChartKind
{
    /// <summary>Upright bars.</summary>
    Column,

    /// <summary>Lying bars.</summary>
    Bar,

    /// <summary>Lines, for what goes on in time.</summary>
    Line,
}

/// <summary>A native chart over two columns of its sheet; meant for short tables, since its points are kept while writing.</summary>
/// <param name="Kind">Bars or lines.</param>
/// <param name="Title">Above the plot.</param>
/// <param name="CategoryColumn">Index of the column that names the bars or the points in time.</param>
/// <param name="ValueColumn">Index of the column that gives their length or height.</param>
public sealed record Chart(ChartKind Kind, string Title, int CategoryColumn, int ValueColumn)
{
    /// <summary>Index of the column of a second line; null for one.</summary>
    public int? SecondColumn { get; init; }
}
