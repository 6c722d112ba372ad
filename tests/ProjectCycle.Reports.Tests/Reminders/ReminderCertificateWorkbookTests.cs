using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Reports.Reminders;
using ProjectCycle.Reports.Tests.Workbooks;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Tests.Reminders;

public class ReminderCertificateWorkbookTests
{
    private static readonly Guid Audit = Guid.Parse("0198a000-0000-7000-8000-000000000001");

    /// <summary>To accept a wanted change, copy the actual file, whose place the failure names, over the golden one.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Write_WhenDeadlinesWereDue_GivesTheGoldenWorkbook(string language)
    {
        using var book = await ReadWorkbook.Of(ReminderCertificateWorkbook.From(Sample(language)));

        Golden.AssertSame($"reminder-certificate.{language}", WorkbookDump.Of(book), book.Bytes);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenNothingWasDue_IsSound()
    {
        using var book = await ReadWorkbook.Of(ReminderCertificateWorkbook.From(Sample("id") with { Deadlines = [], Reminders = [] }));

        Assert.Empty(book.Faults());
    }

    /// <summary>A word that is missing for one reason would fail the whole workbook.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Words_ForEveryReason_AreThere(string language)
    {
        var texts = new WorkbookTexts(language);

        Assert.All(SuppressionReasons.All, reason => Assert.NotEqual("", texts[$"Suppression.{reason}"]));
    }

    private static ReminderCertificate Sample(string language) => new(
        new ReportCover
        {
            Language = language,
            Filters = [("from", "2026-10-01"), ("to", "2026-10-31"), ("unit", "PMU Jambi"), ("project", "JMB-01")],
            MadeAt = new DateTime(2026, 11, 22, 3, 30, 0, DateTimeKind.Utc),
            Zone = IndonesianZone.Wib,
            MadeBy = "Sari",
        },
        [
            Deadline(Audit, "Audit tahunan", new DateOnly(2026, 10, 1), DeadlineEnd.Late, new DateOnly(2026, 10, 4), 3, sent: 1),
            Deadline(Guid.Parse("0198a000-0000-7000-8000-000000000002"), "=Laporan", new DateOnly(2026, 10, 30), DeadlineEnd.Waived, null, null, sent: 0),
        ],
        [
            Reminder(7, MailState.Suppressed, SuppressionReasons.Collapsed, null),
            Reminder(1, MailState.Sent, null, new DateTime(2026, 9, 29, 23, 0, 12, DateTimeKind.Utc)),
        ]);

    private static CertifiedDeadline Deadline(Guid id, string title, DateOnly due, DeadlineEnd end, DateOnly? done, int? late, int sent) => new()
    {
        Id = id,
        ProjectCode = "JMB-01",
        Project = "Persampahan",
        Title = title,
        DueOn = due,
        Responsible = "Budi",
        End = end,
        DoneOn = done,
        DaysLate = late,
        Evidence = done is null ? null : "Laporan auditor",
        Note = done is null ? "Tidak diperlukan lagi" : "",
        Sent = sent,
    };

    private static LedgerRow Reminder(int offset, MailState state, string? reason, DateTime? sentAt) => new()
    {
        DeadlineId = Audit,
        ProjectCode = "JMB-01",
        Title = new("Yearly audit", "Audit tahunan"),
        DueOn = new DateOnly(2026, 10, 1),
        Offset = offset,
        OwedOn = new DateOnly(2026, 10, 1).AddDays(-offset),
        PlannedOn = new DateOnly(2026, 9, 30),
        Recipient = "Budi",
        Delegate = sentAt is null ? null : "Wati",
        Role = ReminderRole.Responsible,
        Channel = ReminderChannel.Mail,
        State = state,
        Reason = reason,
        Address = sentAt is null ? "" : "wati@demo.local",
        SentAt = sentAt,
        Attempts = sentAt is null ? 0 : 2,
        Answer = sentAt is null ? "" : "250 2.0.0 Ok: queued as 4XYZ",
        MessageId = sentAt is null ? "" : "<0198a0000000@localhost>",
    };
}
