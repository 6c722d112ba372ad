using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Reminders;

namespace ProjectCycle.Features.Mail;

/// <summary>Wires mail.</summary>
public static class MailSetup
{
    /// <summary>Registers composer, postbox, sender and the handler that sends.</summary>
    /// <param name="composer">From <see cref="MailComposer.Load"/>, without faults.</param>
    /// <param name="pickupFolder">Where mails are written while no server is set.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, MailOptions options, MailComposer composer, string pickupFolder)
    {
        services.AddSingleton(options);
        services.AddSingleton(composer);
        services.AddSingleton<Postbox>();
        services.AddSingleton<IMailSender>(options.Host.Length > 0
            ? new SmtpMailSender(options)
            : new PickupFolderMailSender(options, pickupFolder));
        services.AddScoped<MailedReminders>();
        services.AddScoped<IOutboxHandler, SendMail>();
        return services;
    }
}
