using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Data.Mail;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.Address).HasMaxLength(256);
        mail.Property(m => m.RecipientName).HasMaxLength(200);
        mail.Property(m => m.Language).HasMaxLength(5);
        mail.Property(m => m.MessageId).HasMaxLength(320).HasDefaultValue("");
        mail.HasOne<User>().WithMany().HasForeignKey(m => m.RecipientId);
        mail.HasIndex(m => m.CreatedAt);
    }
}
