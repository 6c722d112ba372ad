using ProjectCycle.Data;
using ProjectCycle.Domain.Background;

namespace ProjectCycle.Features.Background;

/// <summary>Kinds of outbox messages. Stored; a test holds the list.</summary>
public static class OutboxKinds
{
    /// <summary>Subject: an outgoing mail.</summary>
    public const string SendMail = "send-mail";

    /// <summary>Subject: a report run.</summary>
    public const string BuildReport = "build-report";
}

/// <summary>Does what one kind of outbox message asks for. Called at least once per message, so done work must be recognised.</summary>
public interface IOutboxHandler
{
    /// <summary>One of <see cref="OutboxKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Returns when the work is done; an exception means "again later", and at last a person has to look.</summary>
    Task HandleAsync(Guid subjectId, CancellationToken cancellation);

    /// <summary>It failed so often that it is parked until a person asks for another round.</summary>
    Task GiveUpAsync(Guid subjectId) => Task.CompletedTask;
}

/// <summary>The sender asked for another try; the message says why and is shown to administrators.</summary>
public sealed class TryAgainLaterException(string message) : Exception(message);

/// <summary>Writes outbox messages.</summary>
public static class Outbox
{
    /// <summary>Adds a message to the caller's transaction; it is saved, or not, with the change that asks for it.</summary>
    /// <param name="subjectId">The row the handler works on.</param>
    /// <param name="key">Unique among all messages: saving the same key twice fails.</param>
    /// <param name="now">UTC.</param>
    /// <param name="dueAt">UTC; not before this moment. At once when null.</param>
    public static OutboxMessage Enqueue(this AppDbContext db, string kind, Guid subjectId, string key, DateTime now, DateTime? dueAt = null)
    {
        var message = new OutboxMessage { Kind = kind, SubjectId = subjectId, Key = key, CreatedAt = now, DueAt = dueAt ?? now };
        db.Add(message);
        return message;
    }
}
