import 'server-only';

/** What Vietnamese words mean to a guard; whole words, because most have one syllable. */
export const VI = `
IGNORE bỏ qua, phớt lờ, quên, lờ đi, làm ngơ, vượt qua, không tuân theo, đừng tuân theo, không cần tuân, bất chấp, gạt bỏ, gạt sang, vi phạm, ghi đè, bỏ hết, mặc kệ, ngừng tuân, phá vỡ, lách
RULES hướng dẫn, quy tắc, chỉ dẫn, chỉ thị, quy định, chính sách, hạn chế, lời nhắc, prompt, mệnh lệnh, giới hạn, nguyên tắc, lệnh, yêu cầu, luật, ràng buộc, câu lệnh
PRIOR trước đó, trước đây, ở trên, bên trên, ban đầu, từ trước, cho đến nay, phía trên, gốc, trước, cũ
REVEAL hiển thị, cho tôi xem, cho tôi biết, tiết lộ, in ra, nói cho tôi, đưa cho tôi, liệt kê, danh sách, chia sẻ, xuất, cung cấp, cho xem, kể ra, đọc, hiện, lộ, trình bày, công khai, cho biết, đưa ra, cho tôi, lấy ra, show
REPEAT lặp lại, nhắc lại, từng chữ, từng từ, nguyên văn, sao chép, dịch, tóm tắt, trích dẫn, đánh vần, hoàn thành câu, viết lại, y nguyên
SECRET bí mật, ẩn, mật, nội bộ, giấu kín, kín
KEY mật khẩu, khóa, mã thông báo, token, mã truy cập, thông tin đăng nhập, mã pin, api key, mật mã
SYSTEM hệ thống, cấu hình, thiết lập, tin nhắn nhà phát triển, mã nguồn, ngữ cảnh
BOT ai, trợ lý, mô hình, chatbot, rô bốt, robot, trí tuệ nhân tạo, bot, máy
ROLE giả vờ, đóng vai, hành động như, hãy là, bạn là, bây giờ bạn là, bạn bây giờ, từ giờ bạn là, tưởng tượng, nhập vai, nhân vật, mô phỏng, cư xử như, làm như, giả làm, vai trò, xem mình là, trở thành
STORY câu chuyện, truyện, thơ, bài thơ, tiểu thuyết, cảnh, kịch bản, giả định, hư cấu, phim, bà tôi, bài hát, câu đố, giả sử, trò chơi, vở kịch, cổ tích, giấc mơ
FREE không giới hạn, không hạn chế, không bộ lọc, không kiểm duyệt, độc ác, không có quy tắc, tự do, không bị ràng buộc, không bị giới hạn, vô hạn, không có giới hạn
MODE chế độ, kích hoạt, bật, mở khóa, gỡ lỗi, bảo trì, chuyển sang chế độ
OFF tắt, vô hiệu hóa, vô hiệu, dỡ bỏ, đình chỉ, không còn hiệu lực, gỡ bỏ, không áp dụng, tạm ngưng, bãi bỏ, không còn
FILTER bộ lọc, an toàn, bảo mật, bảo vệ, kiểm duyệt, đạo đức, cảnh báo, kiểm tra, kiểm soát, xác minh
BOSS quản trị viên, quản trị, nhà phát triển, giám đốc, sếp, kiểm toán, kiểm toán viên, quản lý, trưởng phòng, chủ sở hữu, nhân viên, đội ngũ, bộ phận, kế toán, kỹ sư, tài chính, chủ tịch, người tạo ra, ban giám đốc, trưởng, admin, ceo
IAM tôi là, đây là, thay mặt, với tư cách, nhân danh, chúng tôi là, tôi làm việc, tôi đại diện, tôi từ, tôi thuộc
ALLOWED được phép, ủy quyền, cho phép, quyền truy cập, quyền, có quyền, thẩm quyền, đã xác minh, đặc quyền, được miễn, toàn quyền
NOWON từ bây giờ, từ giờ, kể từ bây giờ, thay vào đó, thay vì, nhiệm vụ mới, hướng dẫn mới, quy tắc mới, từ nay, nhiệm vụ thật, bắt đầu lại, lệnh mới, kể từ lúc này, chỉ thị mới
MUST phải, tuân lệnh, tuân theo, nghe lời, tôi ra lệnh, từ chối, bắt buộc, bất kể, dù thế nào, đảm bảo, cần phải, buộc, nhất định
EVER luôn, luôn luôn, không bao giờ, mãi mãi, vĩnh viễn, mỗi lần, trọn đời, đừng bao giờ
WITHOUT không cần, mà không, không phải, khỏi cần, không qua, tránh, miễn, chẳng cần
APPROVE phê duyệt, duyệt, xác nhận, chữ ký, ký, đồng ý, sự đồng ý, người thứ hai, xác thực, hỏi, chấp thuận, thông qua, bốn mắt, chấp nhận, hỏi lại
SELF tự, tự động, trực tiếp, ngay lập tức, ngay, thay tôi, thay mặt tôi, luôn bây giờ, lập tức, ép, cưỡng, tự mình, ngay bây giờ
SILENT âm thầm, lặng lẽ, bí mật, đừng nói, đừng cho ai, không cho ai, không ai biết, không báo, đừng báo, đừng nhắc, không thông báo, đừng đề cập, giữa chúng ta, kín đáo, lén, giấu, đừng hỏi, mà không ai, sau lưng, không để ai, đừng để
OTHERS khách hàng khác, công ty khác, người dùng khác, tài khoản khác, người khác, đối thủ, hàng xóm, bên thứ ba, tất cả khách hàng, mọi khách hàng, người thuê khác, tất cả người dùng, mọi người, tổ chức khác, các khách hàng, khách khác, ai đó, doanh nghiệp khác
ALL tất cả, toàn bộ, mọi, mỗi, đầy đủ, chính xác, hoàn toàn, hết, toàn, cả
CUSTOMER khách hàng, người dùng, tài khoản, công ty, thành viên, thuê bao, người, đồng nghiệp
DATA dữ liệu, email, địa chỉ, số thẻ, điện thoại, cơ sở dữ liệu, thông tin, hồ sơ, tên, liên hệ, cá nhân, thẻ tín dụng, cuộc trò chuyện, tin nhắn
BILL hóa đơn, hoá đơn, thanh toán, đăng ký, gói, phí, số tiền, số dư, biên lai, nợ, giá, thuế, đến hạn, quá hạn, khoản, chi phí, chỗ ngồi, hợp đồng, đơn hàng
REFUND hoàn tiền, hoàn lại, hoàn trả, tín dụng, giảm giá, phiếu giảm giá, mã giảm giá, bồi thường, miễn phí, xóa nợ, quà, thưởng, khuyến mãi, chiết khấu, trả lại tiền, ưu đãi, ghi có
ZERO bằng không, số không, về 0, không đồng, tối đa, gấp đôi, một xu, càng nhiều càng tốt, triệu, tỷ, âm
PAID đã thanh toán, đã trả, đã được trả, đánh dấu, như thể, trạng thái, tất toán, đã đóng, ghi nhận, đã nhận
CHANGE thay đổi, đổi, sửa, thay thế, cập nhật, đặt, chuyển hướng, chỉnh sửa, điều chỉnh, tăng, giảm, nâng, hạ, chuyển, thay, gia hạn
TARGET tài khoản ngân hàng, iban, liên hệ thanh toán, địa chỉ thanh toán, người nhận, người thụ hưởng, chủ tài khoản, tài khoản cá nhân, ví, bitcoin, paypal, tài khoản của tôi
SEND gửi, chuyển tiếp, tải lên, chuyển đến, đăng, truyền, chuyển tiền, gởi
LINK liên kết, đường dẫn, hình ảnh, ảnh, máy chủ, trang web, trang, tệp đính kèm
ENCODE mã hóa, ngược, đảo ngược, base64, giải mã, từng chữ cái, chữ cái đầu, viết ngược
TOOL công cụ, hàm, chức năng, truy vấn, thực thi, thực hiện, gọi, chạy, tập lệnh, tham số, mã
END kết thúc, bắt đầu, phiên mới, cuộc trò chuyện mới, ghi chú, tin nhắn từ, kết quả, chú ý, quan trọng, lưu ý, thông báo hệ thống
LOOP vô tận, nghìn lần, không ngừng, vòng lặp, trăm lần, liên tục, mãi, không dừng
LIMIT hạn mức, ngưỡng, trần, dưới mức, chia, chia nhỏ, nhiều phần, khoản nhỏ, vượt
LOG nhật ký, kiểm toán nội bộ, dấu vết, thông báo, lịch sử, bằng chứng, log
ALREADY đã, đã được duyệt, đã đồng ý, đã phê duyệt, đã hứa, thỏa thuận, coi như, xem như, coi, tính là, như đã, chấp thuận rồi, rồi
ASK làm sao, làm thế nào, tại sao, vì sao, khi nào, bao giờ, gì, cái gì, nào, ở đâu, đâu, ai, bao nhiêu, có thể, có phải, không ạ, được không, thế nào, như thế nào, mấy, à
MINE tôi, của tôi, chúng tôi, của chúng tôi, mình, em, bên em, bên mình
YOU bạn, của bạn, mày, anh, chị, các bạn
NOT không, chưa, đừng, chẳng
POLITE làm ơn, vui lòng, cảm ơn, cám ơn, xin, xin chào, chào, xin lỗi, giúp, muốn, nhờ, trân trọng, dạ
DELETE xóa, xoá, hủy, huỷ, xóa sạch, che giấu, loại bỏ, phá hủy, tiêu hủy
THREAT khẩn cấp, gấp, bị đuổi, đuổi việc, chết, kiện, luật sư, nếu không, thưởng cho, tiền boa, nhanh lên, nguy hiểm, đe dọa, báo chí, mất việc
TEST kiểm thử, thử nghiệm, bài tập, nghiên cứu, mô phỏng thử, thí nghiệm, diễn tập, đào tạo, test, thử
SAY nói, trả lời, viết, phản hồi, tạo, kể, giải thích, soạn, mô tả, đáp
PERSON ngày sinh, lương, sống ở, địa chỉ nhà, số điện thoại, ông, bà, anh ấy, cô ấy, họ
HARM hack, ăn cắp, đánh cắp, mã độc, bom, vũ khí, ma túy, lừa đảo, bất hợp pháp, virus, xúc phạm, tấn công, giả mạo, chất độc, xâm nhập
IF nếu, khi bạn, mỗi khi, ngay khi, trước khi, bất cứ khi nào, hễ
WHEN tháng, hôm nay, ngày mai, hôm qua, tuần, ngày, năm, thứ hai, thứ sáu, quý, tháng trước
WRONG vấn đề, lỗi, sai, không hoạt động, hỏng, hai lần, trùng, bị từ chối, hết hạn, thiếu, cao hơn, chênh lệch, nhầm
`;
