using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ProjectCycle.Data.Security;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Data.Audit;

/// <summary>Raises row versions and writes an audit entry beside every change, in the same save and so the same transaction.</summary>
internal sealed class AuditInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    /// <summary>The program's own bookkeeping: it changes without anybody doing anything.</summary>
    private static readonly HashSet<Type> Unaudited =
    [
        typeof(AuditEntry), typeof(OutboxMessage), typeof(JobRun), typeof(ReportRun), typeof(OutgoingMail),
        typeof(ReminderDelivery), typeof(DataProtectionKey), typeof(Notice), typeof(LedgerImportRow),
    ];

    /// <summary>Never written to the trail: secrets, and what follows from other columns; a template's text is told by its hash.</summary>
    private static readonly HashSet<string> Silent =
        ["SecurityStamp", "ConcurrencyStamp", "NormalizedUserName", "NormalizedEmail", "SearchText", "Version", "ChangedAt", "Value", "Text"];

    /// <summary>That they changed is told, never to what.</summary>
    private static readonly HashSet<string> Secret = ["PasswordHash", "SecretHash"];

    private const string Currency = "Currency";
    private const string CurrencyCode = "CurrencyCode";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Save asynchronously: there is one save path.");

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDbContext)eventData.Context!;
        var entries = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();

        // The entries are found: looking among the tracked rows for each of them must not search all of them for changes each time.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            Audit(db, entries);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
        return ValueTask.FromResult(result);
    }

    private void Audit(AppDbContext db, List<EntityEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
                versioned.Version++;
            if (entry is { State: EntityState.Added or EntityState.Modified, Entity: IDated dated })
                dated.ChangedAt = clock.GetUtcNow().UtcDateTime;
            if (Unaudited.Contains(entry.Entity.GetType()))
                continue;
            var changes = Describe(entry);
            if (changes.Count > 0 || entry.State != EntityState.Modified) // a row that is all key says everything by coming and going
                db.Add(Entry(db.Actor, entry, changes));
        }
    }

    private AuditEntry Entry(Actor actor, EntityEntry entry, Dictionary<string, object?[]> changes) => new()
    {
        At = clock.GetUtcNow().UtcDateTime,
        UserId = actor.UserId,
        UserName = actor.Name,
        Address = actor.Address,
        Entity = entry.Entity.GetType().Name,
        EntityId = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue)),
        ProjectId = ProjectOf(entry),
        Action = entry.State switch
        {
            EntityState.Added => "added",
            EntityState.Deleted => "removed",
            _ => "changed",
        },
        Changes = JsonSerializer.Serialize(changes, Json),
    };

    private static Guid? ProjectOf(EntityEntry entry)
    {
        if (entry.Entity is Domain.Projects.Project project)
            return project.Id;
        var owner = OwnerOf(entry);
        return owner.Metadata.FindProperty("ProjectId") is { } property ? (Guid?)owner.Property(property).CurrentValue : null;
    }

    /// <summary>The row of the ledger that a part without a project of its own hangs on, which whoever saves the part has looked at; else the row itself.</summary>
    private static EntityEntry OwnerOf(EntityEntry entry)
    {
        EntityEntry? owner = entry.Entity switch
        {
            ProjectionPoint point => entry.Context.Set<Projection>().Local.FindEntry(point.ProjectionId),
            RatingGrade grade => entry.Context.Set<ProjectRating>().Local.FindEntry(grade.RatingId),
            _ => null,
        };
        return owner ?? entry;
    }

    /// <summary>Column to [before, after]; for new and removed rows only one side is there.</summary>
    private static Dictionary<string, object?[]> Describe(EntityEntry entry)
    {
        var changes = new Dictionary<string, object?[]>();
        foreach (var property in AllProperties(entry))
        {
            if (Silent.Contains(property.Metadata.Name) || property.Metadata.IsPrimaryKey())
                continue;
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (!Equals(before, after) || IsOfChangedAmount(entry, property.Metadata.Name))
                changes[NameOf(property)] = Secret.Contains(property.Metadata.Name) ? [Hidden(before), Hidden(after)] : [Printable(before), Printable(after)];
        }
        if (entry.Entity is IMoneyRow or ProjectionPoint && changes.Count > 0)
            AddCurrencies(entry, changes);
        return changes;
    }

    /// <summary>
    /// A row of the ledger says its currencies even when they stayed; one that has none of its own takes that of its contract or account, else of
    /// its financing, which whoever saves the row has looked at.
    /// </summary>
    private static void AddCurrencies(EntityEntry entry, Dictionary<string, object?[]> changes)
    {
        foreach (var property in entry.Properties.Where(p => p.Metadata.Name.EndsWith(CurrencyCode, StringComparison.Ordinal)))
            changes.TryAdd(property.Metadata.Name, [property.OriginalValue, property.CurrentValue]);
        if (entry.Metadata.FindProperty(CurrencyCode) is null && (CurrencyOf<Contract>(entry, "ContractId") ?? CurrencyOf<AdvanceAccount>(entry, "AccountId") ?? CurrencyOf<Financing>(OwnerOf(entry), "FinancingId")) is { } code)
            changes.TryAdd(CurrencyCode, [entry.State == EntityState.Added ? null : code, entry.State == EntityState.Deleted ? null : code]);
    }

    private static string? CurrencyOf<T>(EntityEntry entry, string key)
        where T : class =>
        entry.Metadata.FindProperty(key) is { } property && entry.Property(property).CurrentValue is Guid id
            ? (string?)entry.Context.Set<T>().Local.FindEntry(id)?.Property(CurrencyCode).CurrentValue
            : null;

    /// <summary>An amount that changed says nothing without its currency, which may have stayed.</summary>
    private static bool IsOfChangedAmount(EntityEntry entry, string name) =>
        name.EndsWith(Currency, StringComparison.Ordinal)
        && entry.Metadata.FindProperty(name[..^Currency.Length] + "MinorUnits") is { } amount
        && !Equals(entry.Property(amount).OriginalValue, entry.Property(amount).CurrentValue);

    private static IEnumerable<PropertyEntry> AllProperties(EntityEntry entry) =>
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties));

    private static string NameOf(PropertyEntry property) => property.Metadata.DeclaringType is Microsoft.EntityFrameworkCore.Metadata.IComplexType type
        ? $"{type.ComplexProperty.Name}.{property.Metadata.Name}"
        : property.Metadata.Name;

    private static string? Hidden(object? value) => value is null ? null : "***";

    private static object? Printable(object? value) => value is Enum or Guid ? value.ToString() : value;
}
