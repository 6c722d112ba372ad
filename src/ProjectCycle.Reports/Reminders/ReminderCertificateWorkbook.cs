using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Reminders;

/// <summary>"Reminder certificate": a cover with the sums, the deadlines of the period, and every reminder of them with the server's answer.</summary>
public static class ReminderCertificateWorkbook
{
    /// <summary>Describes the workbook of <paramref name="certificate"/>.</summary>
    public static Workbook From(ReminderCertificate certificate)
    {
        var cover = certificate.Cover;
        var texts = new WorkbookTexts(cover.Language);
        return new Workbook(texts["Certificate.Title"], cover.Language,
        [
            new CoverSheet(
                texts["Cover"],
                texts["Certificate.Title"],
                [.. CoverLines.Of(cover, texts), .. Sums(certificate, texts)],
                [texts["Certificate.Note.Ledger"], texts["Certificate.Note.Steps"], texts["Certificate.Note.Cut"]]),
            Deadlines(certificate.Deadlines, texts),
            Reminders(certificate.Reminders, cover, texts),
        ])
        {
            Author = cover.MadeBy,
            MadeAt = cover.MadeAt,
        };
    }

    private static IEnumerable<CoverLine> Sums(ReminderCertificate certificate, WorkbookTexts texts) =>
    [
        new(texts["Certificate.Deadlines"], Cell.Number(certificate.Deadlines.Count)),
        .. Enum.GetValues<DeadlineEnd>().Select(end => new CoverLine($"  {texts.Of<DeadlineEnd>(end)}", Cell.Number(certificate.Ends.GetValueOrDefault(end)))),
        new(texts["Certificate.Reminders"], Cell.Number(certificate.Reminders.Count)),
        .. Enum.GetValues<MailState>().Select(state => new CoverLine($"  {texts.Of<MailState>(state)}", Cell.Number(certificate.States.GetValueOrDefault(state)))),
    ];

    private static TableSheet<CertifiedDeadline> Deadlines(IReadOnlyList<CertifiedDeadline> rows, WorkbookTexts texts) => new(
        texts["Certificate.Deadlines"],
        [
            new TextColumn<CertifiedDeadline>(texts["Project.Code"], r => r.ProjectCode) { Width = 24 },
            new TextColumn<CertifiedDeadline>(texts["Obstacle.Project"], r => r.Project) { Width = 32, Wrap = true },
            new TextColumn<CertifiedDeadline>(texts["Certificate.Deadline"], r => r.Title) { Width = 40, Wrap = true },
            new DateColumn<CertifiedDeadline>(texts["Certificate.DueOn"], r => r.DueOn) { Width = 13 },
            new TextColumn<CertifiedDeadline>(texts["Certificate.Responsible"], r => r.Responsible) { Width = 22, Wrap = true },
            new TextColumn<CertifiedDeadline>(texts["Certificate.End"], r => texts.Of<DeadlineEnd>(r.End)) { Width = 21 },
            new DateColumn<CertifiedDeadline>(texts["Certificate.DoneOn"], r => r.DoneOn) { Width = 13 },
            new IntegerColumn<CertifiedDeadline>(texts["Certificate.DaysLate"], r => r.DaysLate) { Width = 14 },
            new TextColumn<CertifiedDeadline>(texts["Certificate.Evidence"], r => r.Evidence) { Width = 30, Wrap = true },
            new TextColumn<CertifiedDeadline>(texts["Certificate.Note"], r => r.Note) { Width = 36, Wrap = true },
            new IntegerColumn<CertifiedDeadline>(texts["Certificate.Sent"], r => r.Sent) { Width = 16, Total = true },
        ],
        rows.ToAsyncEnumerable())
    {
        FrozenColumns = 1,
    };

    private static TableSheet<LedgerRow> Reminders(IReadOnlyList<LedgerRow> rows, ReportCover cover, WorkbookTexts texts) => new(
        texts["Certificate.Reminders"],
        [
            new TextColumn<LedgerRow>(texts["Project.Code"], r => r.ProjectCode) { Width = 24 },
            new TextColumn<LedgerRow>(texts["Certificate.Deadline"], r => r.Title.In(cover.Language)) { Width = 40, Wrap = true },
            new DateColumn<LedgerRow>(texts["Certificate.DueOn"], r => r.DueOn) { Width = 13 },
            new IntegerColumn<LedgerRow>(texts["Certificate.Step"], r => r.Offset) { Width = 14 },
            new DateColumn<LedgerRow>(texts["Certificate.OwedOn"], r => r.OwedOn) { Width = 13 },
            new DateColumn<LedgerRow>(texts["Certificate.PlannedOn"], r => r.PlannedOn) { Width = 13 },
            new TextColumn<LedgerRow>(texts["Certificate.Recipient"], r => r.Recipient) { Width = 24, Wrap = true },
            new TextColumn<LedgerRow>(texts["Certificate.Delegate"], r => r.Delegate) { Width = 24, Wrap = true },
            new TextColumn<LedgerRow>(texts["Certificate.Role"], r => texts.Of<ReminderRole>(r.Role)) { Width = 20, Wrap = true },
            new TextColumn<LedgerRow>(texts["Certificate.Channel"], r => texts.Of<ReminderChannel>(r.Channel)) { Width = 10 },
            new TextColumn<LedgerRow>(texts["Certificate.State"], r => texts.Of<MailState>(r.State)) { Width = 16 },
            new TextColumn<LedgerRow>(texts["Certificate.Reason"], r => r.Reason is { } reason ? texts[$"Suppression.{reason}"] : null) { Width = 30, Wrap = true },
            new TextColumn<LedgerRow>(texts["Certificate.Address"], r => r.Address) { Width = 30, Wrap = true },
            new TimestampColumn<LedgerRow>(texts["Certificate.SentAt"], r => r.SentAt is { } sent ? cover.Zone.LocalTime(sent) : null) { Width = 18 },
            new IntegerColumn<LedgerRow>(texts["Certificate.Attempts"], r => r.Attempts) { Width = 12 },
            new TextColumn<LedgerRow>(texts["Certificate.Answer"], r => r.Answer) { Width = 44, Wrap = true },
            new TextColumn<LedgerRow>(texts["Certificate.MessageId"], r => r.MessageId) { Width = 48 },
        ],
        rows.ToAsyncEnumerable())
    {
        FrozenColumns = 1,
    };
}
