using ProjectCycle.Domain.Mail;
using ProjectCycle.Features.Mail;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Mail;

namespace ProjectCycle.Features.Tests.Mail;

internal static class MailSamples
{
    public static MailComposer Composer { get; } = MailComposer.Load(Repository.PathOf("templates", "mail")).Composer;

    public static OutgoingMail Mail(Guid? recipientId = null, string address = "siti@demo.local", string name = "Siti Rahma", string subject = "Tenggat – 3 Maret", bool isSecret = false) => new()
    {
        RecipientId = recipientId ?? Guid.CreateVersion7(),
        Address = address,
        RecipientName = name,
        Language = "id",
        Subject = subject,
        Text = "Selamat pagi, Siti. Ini é teks.\n.baris dengan titik\n",
        Html = "<p>Selamat pagi, <b>Siti</b> – é</p>",
        IsSecret = isSecret,
        CreatedAt = FakeClock.Start,
    };

    public static MailOptions Options(SmtpSink sink) =>
        new() { Host = sink.Host, Port = sink.Port, StartTls = false, From = "pmu@jambi.test", FromName = "PMU Jambi", TimeoutSeconds = 20 };
}
