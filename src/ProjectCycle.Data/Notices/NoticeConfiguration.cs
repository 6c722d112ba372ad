using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Notices;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices");
        notice.ComplexProperty(n => n.Title);
        notice.Property(n => n.By).HasMaxLength(200);
        notice.Property(n => n.Path).HasMaxLength(400);
        notice.HasOne<User>().WithMany().HasForeignKey(n => n.PersonId);
        notice.HasOne<Project>().WithMany().HasForeignKey(n => n.ProjectId);

        // The count beside the bell, on every page, from the index alone; and a person's list, newest first.
        notice.HasIndex(n => new { n.PersonId, n.ProjectId }).HasFilter("\"ReadAt\" IS NULL");
        notice.HasIndex(n => new { n.PersonId, n.At });
    }
}
