namespace ProjectCycle.Domain.Ledger;

/// <summary>Rows of the ledger that came from one workbook, all at once; it can be undone as a whole while nobody has built on it.</summary>
public sealed class LedgerImport : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }

    /// <summary>As the person's file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>Of the file in the store.</summary>
    public required string FileHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required Guid ById { get; init; }

    /// <summary>Rows that were added.</summary>
    public required int Added { get; init; }

    /// <summary>Rows that were changed.</summary>
    public required int Changed { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? UndoneAt { get; set; }

    public Guid? UndoneById { get; set; }
    public int Version { get; set; }
}

/// <summary>A row that an import added or changed.</summary>
public sealed class LedgerImportRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ImportId { get; init; }
    public required LedgerSheet Sheet { get; init; }

    /// <summary>Its place in the import, from 1: it is undone from the end.</summary>
    public required int Position { get; init; }

    /// <summary>The row of the ledger.</summary>
    public required Guid RowId { get; init; }

    /// <summary>The row's version when the import was done: one that was changed since is not undone.</summary>
    public required int RowVersion { get; init; }

    /// <summary>The input the row had, as JSON; null for a row that was added.</summary>
    public string? Before { get; init; }
}
