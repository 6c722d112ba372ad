using System.Text;

namespace ProjectCycle.Features;

/// <summary>Lines of lists as people bring them: from a file, or from a spreadsheet's clipboard.</summary>
internal static class CsvLine
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// The cells of a line, or null when a quote is not closed. The first separator of the line is the one of all: lists begin with a
    /// column that holds none of them, and a later one may hold the others.
    /// </summary>
    /// <param name="row">The line.</param>
    /// <param name="atLeast">Empty cells beyond so many are dropped: spreadsheets write empty columns too.</param>
    public static List<string>? Cells(string row, int atLeast)
    {
        var separator = SeparatorOf(row);
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var sign in row)
        {
            if (sign == '"')
                isQuoted = !isQuoted;
            if (sign == separator && !isQuoted)
            {
                cells.Add(Unquoted(cell.ToString()));
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }
        cells.Add(Unquoted(cell.ToString()));
        while (cells.Count > atLeast && cells[^1].Length == 0)
            cells.RemoveAt(cells.Count - 1);
        return isQuoted ? null : cells;
    }

    /// <summary>What stands between the cells of a line: a comma, a semicolon or a tab.</summary>
    public static char SeparatorOf(string row)
    {
        var first = row.IndexOfAny(Separators);
        return first < 0 ? ',' : row[first];
    }

    /// <summary>Within quotes two of them stand for one.</summary>
    private static string Unquoted(string cell)
    {
        cell = cell.Trim();
        return cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : cell;
    }
}
