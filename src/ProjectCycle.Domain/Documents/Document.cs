namespace ProjectCycle.Domain.Documents;

/// <summary>A paper of a project. Its content lives in versions; a new file is a new version, nothing is overwritten.</summary>
public sealed class Document
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>A document kind of the project's template, or "other".</summary>
    public required string KindCode { get; init; }

    public required string Title { get; init; }

    /// <summary>The stage the project was in when it was attached.</summary>
    public required string StageCode { get; init; }

    public List<DocumentVersion> Versions { get; } = [];
}

/// <summary>One file of a document, named by the SHA-256 of its bytes.</summary>
public sealed class DocumentVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DocumentId { get; init; }

    /// <summary>The document's project, so that the trail of a project tells of every file.</summary>
    public required Guid ProjectId { get; init; }

    public required int Number { get; init; }

    /// <summary>Lower-case hex SHA-256 of the content: also its name in the file store.</summary>
    public required string Hash { get; init; }

    public required string FileName { get; init; }

    /// <summary>As sniffed from the bytes, not as the browser claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required Guid UploadedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UploadedAt { get; init; }
}
