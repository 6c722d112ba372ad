namespace ProjectCycle.Reports.Workbooks;

/// <summary>What the columns of a table add up to, currency by currency.</summary>
internal sealed class CurrencyTotals(IReadOnlyList<Column> columns)
{
    private readonly SortedDictionary<string, (decimal Value, int Decimals)?[]> _sums = new(StringComparer.Ordinal);
    private readonly List<int> _totalled = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].TotalledBy is not null)];

    /// <summary>By the currency's code; null where a column has no amount in it.</summary>
    public IEnumerable<KeyValuePair<string, (decimal Value, int Decimals)?[]>> Sums => _sums;

    /// <summary>So many rows of sums there may be.</summary>
    public int MostRows => _totalled.Count == 0 ? 0 : Domain.Money.Currencies.All.Count;

    /// <summary>Takes in a row of the table.</summary>
    public void Add(Cell[] cells)
    {
        foreach (var i in _totalled)
        {
            if (cells[i].Value is not { } amount || cells[columns[i].TotalledBy!.Value].Content is not { } code)
                continue;
            if (!_sums.TryGetValue(code, out var sums))
                _sums.Add(code, sums = new (decimal, int)?[columns.Count]);
            sums[i] = ((sums[i]?.Value ?? 0) + amount, cells[i].Format.Decimals);
        }
    }
}
