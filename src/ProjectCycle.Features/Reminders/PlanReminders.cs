using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Mail;

namespace ProjectCycle.Features.Reminders;

/// <summary>
/// Finds every reminder owed in a zone up to a day and writes it: the lines of the ledger, one mail per person (one more for what is
/// urgent) and the message that sends it, in one transaction per person. Safe to run at any time, any number of times and on several
/// nodes at once: the ledger's key lets each step through once.
/// </summary>
public sealed class PlanReminders(
    IServiceScopeFactory scopes, Postbox postbox, MailOptions options, TemplateCatalog templates, TimeProvider clock, ILogger<PlanReminders> logger)
{
    /// <summary>Lines of one mail. More are counted in it, and the list it links to has them all.</summary>
    public const int MostLines = 1000;

    private const int ChunkSize = 500;
    private const int MostTries = 3;

    /// <summary>Plans for the units of <paramref name="zone"/> as of <paramref name="asOf"/>; a dry run only tells what it would do.</summary>
    public Task<ReminderSummary> RunAsync(IndonesianZone zone, DateOnly asOf, bool dryRun, CancellationToken cancellation) =>
        PlanAsync(units => units.Where(u => u.Zone == zone), asOf, dryRun, cancellation);

    /// <summary>What a run for these units would do; nothing is written. Callers have checked who may know.</summary>
    /// <param name="unitIds">The units; null for all.</param>
    internal Task<ReminderSummary> PreviewAsync(IReadOnlyCollection<Guid>? unitIds, DateOnly asOf, CancellationToken cancellation) =>
        PlanAsync(units => unitIds is null ? units : units.Where(u => unitIds.Contains(u.Id)), asOf, dryRun: true, cancellation);

    private async Task<ReminderSummary> PlanAsync(
        Func<IQueryable<Unit>, IQueryable<Unit>> which, DateOnly asOf, bool dryRun, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await templates.RefreshAsync(cancellation); // a node that serves no pages learns of new versions here
        var run = new Run(
            asOf,
            dryRun,
            await ReminderAudience.LoadAsync(db, clock, asOf, cancellation),
            await UnitCalendars.LoadAsync(db, asOf, cancellation),
            new Totals(asOf));
        var units = await which(db.Units.AsNoTracking()).Select(u => u.Id).ToListAsync(cancellation);
        foreach (var (receiver, deadlines) in await OwedReminders.FindAsync(db, run.Audience, units, asOf, cancellation))
            await PlanForAsync(receiver, deadlines, run, cancellation);
        return run.Totals.ToSummary();
    }

    /// <summary>One person's trouble keeps nobody else from being reminded.</summary>
    private async Task PlanForAsync(User receiver, List<OwedDeadline> deadlines, Run run, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await WriteAsync(receiver, deadlines, run, cancellation);
                    return;
                }
                catch (DbUpdateException e) when (e.IsUniqueViolation() && attempt < MostTries)
                {
                    // Another node was quicker: look again at what is still owed.
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Reminders for user {UserId} could not be planned", receiver.Id);
            run.Totals.Failures.Add($"{receiver.DisplayName}: {e.GetBaseException().Message}");
        }
    }

    private async Task WriteAsync(User receiver, List<OwedDeadline> deadlines, Run run, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var steps = await LoadStepsAsync(db, receiver, deadlines, run, cancellation);
        var due = steps.Where(s => s.HeldUntil is null).ToList();
        var mails = due.Where(s => s.Suppressed is null).GroupBy(s => s.IsUrgent).ToList();
        if (!run.IsDry && due.Count > 0)
        {
            var mailIds = mails.ToDictionary(m => m.Key, m => postbox.Post(db, receiver, Digest(receiver, [.. m], m.Key, run.AsOf), Morning([.. m], run.AsOf)).Id);
            db.AddRange(due.SelectMany(step => Deliveries(step, receiver, step.Suppressed is null ? mailIds[step.IsUrgent] : null, run.AsOf)));
            await db.SaveChangesAsync(cancellation);
        }
        run.Totals.Add(due, mails.Count);
        if (run.IsDry)
            run.Totals.List(steps, receiver);
    }

    /// <summary>What is owed by the rows as they are now, earliest due first.</summary>
    private static async Task<List<OwedStep>> LoadStepsAsync(
        AppDbContext db, User receiver, List<OwedDeadline> deadlines, Run run, CancellationToken cancellation)
    {
        var addressees = deadlines.ToLookup(d => d.Id, d => d.Addressee);
        var people = deadlines.Select(d => d.Addressee.PersonId).Distinct().ToList();
        var steps = new List<OwedStep>();
        foreach (var ids in addressees.Select(a => a.Key).Chunk(ChunkSize))
        {
            var rows = await OpenDeadlines(db).Where(x => ids.Contains(x.Deadline.Id)).Select(x => new
            {
                x.Deadline,
                x.Project,
                Recorded = db.ReminderDeliveries
                    .Where(r => r.DeadlineId == x.Deadline.Id && r.DueOn == x.Deadline.DueOn && r.Channel == ReminderChannel.Mail && people.Contains(r.RecipientId))
                    .Select(r => new { r.RecipientId, r.Offset }).ToList(),
            }).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                foreach (var addressee in addressees[row.Deadline.Id])
                {
                    var newest = row.Recorded.Where(r => r.RecipientId == addressee.PersonId).Min(r => (int?)r.Offset);
                    if (ReminderSteps.Owed(row.Deadline.DueOn, addressee.Steps, run.AsOf, newest) is { } owed)
                        steps.Add(Step(row.Deadline, row.Project, addressee, owed, receiver, run));
                }
            }
        }
        return [.. steps.OrderBy(s => s.Deadline.DueOn).ThenBy(s => s.Project.Code, StringComparer.Ordinal).ThenBy(s => s.Deadline.Id)];
    }

    private static OwedStep Step(Deadline deadline, Project project, Addressee addressee, OwedReminder owed, User receiver, Run run)
    {
        var daysLeft = deadline.DueOn.DayNumber - run.AsOf.DayNumber;
        var calendar = run.Calendars.Of(project.UnitId);
        var waits = addressee.Policy.Waits(daysLeft, calendar.IsWorkingDay(run.AsOf));
        return new OwedStep(deadline, project, addressee, run.Audience.Person(addressee.PersonId), owed)
        {
            IsUrgent = addressee.Policy.IsUrgent(daysLeft),
            HeldUntil = waits ? calendar.Apply(Roll.Next, run.AsOf) : null,
            Suppressed = run.Audience.SuppressionOf(receiver, project),
        };
    }

    /// <summary>The step itself and, as collapsed, the older ones it stands for.</summary>
    private static IEnumerable<ReminderDelivery> Deliveries(OwedStep step, User receiver, Guid? mailId, DateOnly asOf)
    {
        yield return Delivery(step.Owed.Offset, mailId, step.Suppressed);
        foreach (var offset in step.Owed.Collapsed)
            yield return Delivery(offset, null, SuppressionReasons.Collapsed);

        ReminderDelivery Delivery(int offset, Guid? mail, string? suppressed) => new()
        {
            DeadlineId = step.Deadline.Id,
            DueOn = step.Deadline.DueOn,
            Offset = offset,
            RecipientId = step.Person.Id,
            DelegateId = receiver.Id == step.Person.Id ? null : receiver.Id,
            Role = step.Addressee.RoleAt(offset),
            PolicyId = step.Addressee.Policy.IsDefault ? null : step.Addressee.Policy.Id,
            OwedOn = step.Deadline.DueOn.AddDays(-offset),
            PlannedOn = asOf,
            MailId = mail,
            Suppressed = suppressed,
        };
    }

    /// <summary>A deadline that is owed to the person and, for somebody on leave, once more stands in it once.</summary>
    private ReminderDigest Digest(User receiver, List<OwedStep> steps, bool isUrgent, DateOnly asOf)
    {
        var language = Languages.OrDefault(receiver.Language);
        var deadlines = steps.GroupBy(step => step.Deadline.Id).ToList();
        var items = deadlines.Take(MostLines).Select(same => Item(same.First(), For(same, receiver), language, asOf));
        return new ReminderDigest(receiver.DisplayName, MailComposer.Date(asOf, language), isUrgent, [.. items], deadlines.Count, options.Link(DeadlineLinks.Mine));
    }

    private DigestItem Item(OwedStep step, string onBehalfOf, string language, DateOnly asOf) => new(
        step.Project.Code,
        step.Project.Name.In(language),
        StageName(step, language),
        step.Deadline.Title.In(language),
        MailComposer.Date(step.Deadline.DueOn, language),
        IsOverdue: step.Deadline.DueOn < asOf,
        Days: Math.Abs(step.Deadline.DueOn.DayNumber - asOf.DayNumber),
        onBehalfOf,
        options.Link(DeadlineLinks.OfProject(step.Project.Code)));

    /// <summary>The people on leave for whom it is told; empty when it is the receiver's own too.</summary>
    private static string For(IEnumerable<OwedStep> same, User receiver) =>
        same.Any(step => step.Person.Id == receiver.Id) ? "" : string.Join(", ", same.Select(step => step.Person.DisplayName));

    private static Notice Morning(IReadOnlyList<OwedStep> steps, DateOnly asOf) => new()
    {
        Kind = NoticeKind.Reminders,
        Count = steps.Count,
        Late = steps.Count(step => step.Deadline.DueOn < asOf),
        Path = DeadlineLinks.Mine,
    };

    private string StageName(OwedStep step, string language) =>
        templates.Find(step.Project.TemplateId, step.Project.TemplateVersion)
            ?.States.FirstOrDefault(s => s.Code == step.Deadline.StageCode)?.Name.In(language) ?? step.Deadline.StageCode;

    private static IQueryable<OpenDeadline> OpenDeadlines(AppDbContext db) =>
        db.OpenDeadlines.AsNoTracking()
            .Join(db.Projects.AsNoTracking(), d => d.ProjectId, p => p.Id, (d, p) => new OpenDeadline { Deadline = d, Project = p });

    private sealed class OpenDeadline
    {
        public required Deadline Deadline { get; init; }
        public required Project Project { get; init; }
    }

    private sealed record Run(DateOnly AsOf, bool IsDry, ReminderAudience Audience, UnitCalendars Calendars, Totals Totals);

    private sealed record OwedStep(Deadline Deadline, Project Project, Addressee Addressee, User Person, OwedReminder Owed)
    {
        public required bool IsUrgent { get; init; }
        public required DateOnly? HeldUntil { get; init; }
        public required string? Suppressed { get; init; }
    }

    private sealed class Totals(DateOnly asOf)
    {
        private readonly List<PlannedReminder> _planned = [];
        private int _mails;
        private int _reminders;
        private int _suppressed;
        private int _collapsed;

        public List<string> Failures { get; } = [];

        public void Add(List<OwedStep> steps, int mails)
        {
            _mails += mails;
            _reminders += steps.Count(s => s.Suppressed is null);
            _suppressed += steps.Count(s => s.Suppressed is not null);
            _collapsed += steps.Sum(s => s.Owed.Collapsed.Count);
        }

        public void List(List<OwedStep> steps, User receiver) => _planned.AddRange(steps.Select(s => new PlannedReminder(
            receiver.DisplayName,
            receiver.Email ?? "",
            s.Person.Id == receiver.Id ? null : s.Person.DisplayName,
            s.Addressee.RoleAt(s.Owed.Offset),
            s.Addressee.Policy,
            s.Project.Code,
            s.Deadline.Title,
            s.Deadline.DueOn,
            s.Owed.Offset,
            s.Owed.Collapsed,
            s.IsUrgent,
            s.HeldUntil,
            s.Suppressed)));

        public ReminderSummary ToSummary() => new(asOf, _mails, _reminders, _suppressed, _collapsed, _planned, Failures);
    }
}
